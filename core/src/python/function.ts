import type { Expression, Statement } from "./ast.js";
import { globalNames, localNames } from "./bound-names.js";
import { callCached } from "./cached-call.js";
import { collapse, type Context, type Followed } from "./context.js";
import { evaluate } from "./expression.js";
import { findMember } from "./find-member.js";
import {
  none,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type Definition,
  type Frame,
  type MachineValue,
  type Self,
} from "./machine.js";
import { underPatches } from "./mock-patches.js";
import { joinValues } from "./state.js";
import { execute } from "./statement.js";
import { anyArguments, followPerhaps } from "./unfollowed.js";

const deepestCalls = 12;

/** Follows a function of the notebook with the state at the call. */
export function callFunction(
  definition: Definition,
  self: Self | undefined,
  bound: BoundArguments,
  context: Context,
): MachineValue {
  const { patched } = definition;
  return patched
    ? underPatches(patched, bound, (given) => callUnpatched(definition, self, given, context), context)
    : callUnpatched(definition, self, bound, context);
}

function callUnpatched(
  definition: Definition,
  self: Self | undefined,
  bound: BoundArguments,
  context: Context,
): MachineValue {
  context.step();
  if (!definition.opaque && mayFollow(definition, context))
    return definition.cached === true
      ? callCached(definition, self, bound, context, () => follow(definition, self, bound, context))
      : follow(definition, self, bound, context);
  context.escape([...(self ? [self.value] : []), ...bound.positional, ...bound.keywords.values()]);
  followPerhaps(definition, self, context);
  return unknown(`${definition.name}() is not followed`);
}

/**
 * A function that calls itself is followed once more, not through all that it might do; in a loop that is only tried out,
 * what it may do is enough.
 */
export function mayFollow({ body, frame }: Definition, context: Context): boolean {
  if (context.depth >= deepestCalls || context.unfollowed.has(body)) return false;
  // A decorator makes functions that have their text in common
  const isSame = (one: Followed) => one.body === body && one.frame === frame;
  const again = context.stack.filter(isSame).length;
  return again === 0 || (again === 1 && context.rehearsals === 0);
}

/**
 * Runs its body, whatever kind of function it is.
 *
 * @param yields What is done at each `yield`.
 */
export function follow(
  definition: Definition,
  self: Self | undefined,
  bound: BoundArguments,
  context: Context,
  yields?: Context["yields"],
): MachineValue {
  const given =
    self && definition.binding !== "static"
      ? { ...bound, positional: [self.value, ...bound.positional] }
      : bound;
  if (definition.node && context.rehearsals === 0) context.called.add(definition.node);
  const {
    frame: outer,
    cell,
    version,
    returns: outerReturns,
    breaks,
    continues,
    yields: outerYields,
  } = context;
  const base = context.state;
  const { locals, globals } = namesOf(definition);
  const serial = context.serialNumber();
  const frame: Frame = {
    id: `${definition.frame.id}f${serial}`,
    parent: definition.frame,
    locals,
    serial,
    ...(globals ? { globals } : {}),
    ...(self ? { self } : {}),
  };
  context.depth++;
  context.stack.push(definition);
  context.state = base.fork();
  context.frame = frame;
  context.cell = definition.cell;
  context.version = definition.version;
  for (const [name, value] of parameterValues(definition, given, context))
    context.state.setName(`${frame.id}:${name}`, value);
  let result: MachineValue;
  if (isExpression(definition.body)) {
    result = evaluate(definition.body, context);
    base.commit(context.state);
  } else {
    const returns = { base, arrived: [], values: [] };
    context.returns = returns;
    context.breaks = undefined;
    context.continues = undefined;
    context.yields = yields;
    const goesOn = execute(definition.body, context);
    result = leave(goesOn, returns, base, context);
  }
  if (frame.captured !== true) for (const name of locals) base.names.delete(`${frame.id}:${name}`);
  context.state = base;
  context.depth--;
  context.stack.pop();
  context.frame = outer;
  context.cell = cell;
  context.version = version;
  context.returns = outerReturns;
  context.breaks = breaks;
  context.continues = continues;
  context.yields = outerYields;
  return result;
}

const known = new WeakMap<
  readonly Parameter[],
  { readonly locals: ReadonlySet<string>; readonly globals: ReadonlySet<string> | undefined }
>();
type Parameter = Definition["parameters"][number];

/** By the parameters, which are those of one definition in the text. */
function namesOf({ body, parameters }: Definition) {
  let names = known.get(parameters);
  if (!names) {
    const locals = isExpression(body) ? new Set<string>() : localNames(body);
    for (const { name } of parameters) locals.add(name);
    const globals = isExpression(body) ? [] : globalNames(body);
    names = { locals, globals: globals.length > 0 ? new Set(globals) : undefined };
    known.set(parameters, names);
  }
  return names;
}

function leave(
  goesOn: boolean,
  returns: NonNullable<Context["returns"]>,
  base: Context["state"],
  context: Context,
): MachineValue {
  const states = [...returns.arrived];
  const values = [...returns.values];
  if (goesOn) {
    states.push(collapse(context.state, base));
    values.push(none);
  }
  base.join(states);
  return values.length === 0 ? neverReturns : joinValues(values);
}

/** This very one: no way through the function leads back. */
export const neverReturns = unknown("the function never returns");

function parameterValues(
  definition: Definition,
  bound: BoundArguments,
  context: Context,
): Map<string, MachineValue> {
  const values = new Map<string, MachineValue>();
  const positional = [...bound.positional];
  const keywords = new Map(bound.keywords);
  for (const { name, star, keywordOnly, positionalOnly } of definition.parameters) {
    if (star === "*") {
      const items = positional.splice(0);
      if (bound.openPositional) context.leak({ kind: "tuple", items });
      values.set(
        name,
        bound.openPositional ? unknown("it takes arguments that are not known") : { kind: "tuple", items },
      );
      continue;
    }
    if (star === "**") {
      const entries = new Map([...keywords].map(([keyword, value]) => [`'${keyword}`, value]));
      values.set(name, context.allocate({ kind: "dict", entries, open: bound.openKeywords }));
      continue;
    }
    const fallback = definition.defaults.get(name) ?? unknown(`the argument ${name} is not given`);
    const named = positionalOnly === true ? undefined : keywords.get(name);
    const given = !keywordOnly && positional.length > 0 ? positional.shift() : named;
    if (positionalOnly !== true) keywords.delete(name);
    if (given) {
      const absent = given.kind === "either" && given.values.some(({ kind }) => kind === "absent");
      values.set(
        name,
        absent ? joinValues([...given.values.filter(({ kind }) => kind !== "absent"), fallback]) : given,
      );
    } else {
      const open = bound.openKeywords || (bound.openPositional && !keywordOnly);
      const expanded = unknown(`the argument ${name} may be among those expanded`);
      values.set(
        name,
        open ? joinValues(fallback.kind === "reference" ? [fallback, expanded] : [expanded]) : fallback,
      );
    }
  }
  return values;
}

/** Reads a function that no call follows, with arguments that nobody knows, for the calls inside. */
export function readUncalled(definition: Definition, context: Context): void {
  const { owner, binding } = definition;
  const self =
    owner && binding !== "static" ? { value: receiver(owner, definition, context), owner } : undefined;
  callFunction({ ...definition, opaque: false }, self, anyArguments(definition), context);
}

/** What a method that nothing calls is given as `self` or `cls`. */
function receiver(owner: ClassDefinition, { binding, name }: Definition, context: Context): MachineValue {
  if (binding === "class") return { kind: "class", definition: owner };
  const self = context.allocate({ kind: "instance", type: owner, members: new Map(), open: true });
  if (name !== "__init__") makeFixedMembers(self, owner, context);
  return self;
}

/** Of what `__init__` sets only clients and sessions: the rest may be something else by the time of the call. */
function makeFixedMembers(self: MachineValue, owner: ClassDefinition, context: Context): void {
  const init = findMember(owner, "__init__", context);
  if (init?.kind !== "found" || init.value.kind !== "function") return;
  const { definition } = init.value;
  const { node, version } = definition;
  // Reading it again for each method is not worth its while but for a client
  if (!node || definition.opaque || !version.text.slice(node.from, node.to).includes("client(")) return;
  context.rehearsals++;
  follow(definition, { value: self, owner: init.owner }, anyArguments(definition), context);
  context.rehearsals--;
  context.update(self, (object) =>
    object.kind === "instance"
      ? {
          ...object,
          members: new Map([...object.members].filter(([, one]) => isFixed(one, context))),
          open: true,
        }
      : object,
  );
}

function isFixed(value: MachineValue, context: Context): boolean {
  if (value.kind === "either") return value.values.every((one) => isFixed(one, context));
  const object = context.object(value);
  return (
    object?.kind === "instance" && typeof object.type === "string" && context.library.isFixed(object.type)
  );
}

function isExpression(body: readonly Statement[] | Expression): body is Expression {
  return !Array.isArray(body);
}
