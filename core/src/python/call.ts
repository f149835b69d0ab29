import type { ArgumentNode, Expression, Statement } from "./ast.js";
import { callBuiltin } from "./builtins.js";
import { collapse, type Context } from "./context.js";
import { attribute, evaluate, lostNames, elements } from "./expression.js";
import { callFileFunction, callFileMethod } from "./file-calls.js";
import {
  keyText,
  libraryType,
  none,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type Definition,
  type Frame,
  type MachineValue,
  type Site,
  type SiteArgument,
} from "./machine.js";
import { callContainerMethod, callEnvironment } from "./methods.js";
import { localNames } from "./bound-names.js";
import { joinValues } from "./state.js";
import { execute } from "./statement.js";

const deepestCalls = 12;
const partialType = "functools.partial";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Evaluates a call: arguments first, then what the callee does. */
export function call(expression: CallExpression, context: Context): MachineValue {
  const notice = () => {
    if (context.cell >= 0) context.calledAt = context.span(expression);
  };
  const { callee } = expression;
  if (callee.kind === "attribute" && isSuper(callee.value)) {
    const site = describeSite(expression, context);
    return callSuper(callee.name, bind(site.arguments, context), site, context);
  }
  if (callee.kind === "attribute") {
    const receiver = evaluate(callee.value, context);
    const site = describeSite(expression, context);
    const bound = bind(site.arguments, context);
    notice();
    return alternatives(receiver, context, (one) => callMethod(one, callee.name, bound, site, context));
  }
  const value = evaluate(callee, context);
  const site = describeSite(expression, context);
  const bound = bind(site.arguments, context);
  notice();
  return alternatives(value, context, (one) => callValue(one, bound, site, context));
}

/** Calls what may be one of several things: each perhaps. */
function alternatives(
  value: MachineValue,
  context: Context,
  run: (value: MachineValue) => MachineValue,
): MachineValue {
  if (value.kind !== "either") return run(value);
  const present = value.values.filter(({ kind }) => kind !== "absent");
  const before = context.state;
  const ends = present.map((one) => {
    context.state = before.fork();
    const result = run(one);
    return { result, state: context.state };
  });
  context.state = before;
  before.join(ends.map(({ state }) => state));
  return ends.length === 0 ? unknown("it is not there") : joinValues(ends.map(({ result }) => result));
}

export function callValue(
  callee: MachineValue,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  switch (callee.kind) {
    case "function":
      return callFunction(callee.definition, undefined, bound, context);
    case "class":
      return instantiate(callee.definition, bound, site, context);
    case "method":
      return callMethod(callee.self, callee.name, bound, site, context);
    case "library":
      return callLibrary(callee.path, bound, site, context);
    case "reference":
      return callMethod(callee, "__call__", bound, site, context);
    default:
      context.escape([...bound.positional, ...bound.keywords.values()]);
      return unknown(runs(site));
  }
}

function callLibrary(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  if (path === "builtins.open") return callFileFunction(path, bound, context) ?? unknown(runs(site));
  if (path.startsWith("builtins.")) return callBuiltin(path.slice("builtins.".length), bound, site, context);
  if (path === "os.getenv") return callEnvironment("getenv", bound, site, context);
  if (path.startsWith("os.environ."))
    return callEnvironment(path.slice("os.environ.".length), bound, site, context);
  if (path === partialType) return partial(bound, context);
  const ofFile = callFileFunction(path, bound, context);
  if (ofFile) return ofFile;
  const result = context.library.call(path, bound, { ...site, callee: path }, context);
  if (result) return result;
  if (!context.library.harmless(path)) context.escape([...bound.positional, ...bound.keywords.values()]);
  return unknown(runs(site));
}

export function callMethod(
  receiver: MachineValue,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  if (receiver.kind === "library") return callLibrary(`${receiver.path}.${name}`, bound, site, context);
  const object = context.object(receiver);
  if (object?.kind !== "instance") {
    if (receiver.kind === "class") return callValue(attribute(receiver, name, context), bound, site, context);
    return callContainerMethod(receiver, name, bound, site, context);
  }
  if (object.type === partialType && name === "__call__")
    return callPartial(object.members, bound, site, context);
  const own = typeof object.type === "string" ? undefined : findMember(object.type, name);
  if (own?.value.kind === "function")
    return callFunction(own.value.definition, { value: receiver, owner: own.owner }, bound, context);
  const member = object.members.get(name);
  if (member && member.kind !== "unknown") return callValue(member, bound, site, context);
  const type = libraryType(object.type);
  const ofFile = type === undefined ? undefined : callFileMethod(receiver, type, name, bound, context);
  if (ofFile) return ofFile;
  const result =
    type === undefined
      ? undefined
      : context.library.method(receiver, type, name, bound, { ...site, callee: `${type}.${name}` }, context);
  if (result) return result;
  if (type === undefined || !context.library.harmless(type))
    context.escape([...bound.positional, ...bound.keywords.values()]);
  return unknown(runs(site));
}

function partial(
  { positional: [callee, ...items], ...bound }: BoundArguments,
  context: Context,
): MachineValue {
  if (!callee || bound.openPositional || bound.openKeywords)
    return unknown("what functools.partial() takes is not known");
  const entries = new Map([...bound.keywords].map(([name, value]) => [`'${name}`, value]));
  const members = new Map<string, MachineValue>([
    ["func", callee],
    ["args", { kind: "tuple", items }],
    ["keywords", context.allocate({ kind: "dict", entries, open: false })],
  ]);
  return context.allocate({ kind: "instance", type: partialType, members, open: false });
}

function callPartial(
  members: ReadonlyMap<string, MachineValue>,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const callee = members.get("func") ?? unknown(runs(site));
  const args = members.get("args");
  const first = args?.kind === "tuple" ? args.items : [];
  const keywords = expandKeywords(members.get("keywords") ?? none, context);
  // What is given by position is not for the first parameters
  const shifted = site.arguments.map((one) =>
    one.name === undefined && !one.star && first.length > 0 ? { ...one, star: "*" as const } : one,
  );
  return callValue(
    callee,
    {
      positional: [...first, ...bound.positional],
      keywords: new Map([...keywords.keywords, ...bound.keywords]),
      openKeywords: bound.openKeywords || keywords.open,
      openPositional: bound.openPositional,
    },
    { ...site, arguments: shifted },
    context,
  );
}

function callSuper(name: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  const self = context.frame.self;
  if (!self) return unknown(runs(site));
  for (const base of self.owner.bases) {
    if (base.kind === "class") {
      const found = findMember(base.definition, name);
      if (found?.value.kind === "function")
        return callFunction(
          found.value.definition,
          { value: self.value, owner: found.owner },
          bound,
          context,
        );
    }
    if (base.kind === "library") {
      if (name !== "__init__")
        return (
          context.library.method(self.value, base.path, name, bound, site, context) ?? unknown(runs(site))
        );
      const members = context.library.members(base.path, bound, context);
      context.update(self.value, (object) =>
        object.kind === "instance"
          ? { ...object, members: new Map([...object.members, ...(members ?? [])]), open: !members }
          : object,
      );
      const made = context.object(self.value);
      if (made?.kind === "instance" && made.site)
        context.library.constructed(self.value, base.path, bound, made.site, site, context);
      return none;
    }
  }
  return name === "__init__" ? none : unknown(runs(site));
}

function instantiate(
  definition: ClassDefinition,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const type = libraryType(definition);
  const init = findMember(definition, "__init__");
  const inherited = init
    ? undefined
    : type === undefined
      ? new Map<string, MachineValue>()
      : context.library.members(type, bound, context);
  const value = context.allocate({
    kind: "instance",
    type: definition,
    members: inherited ?? new Map(),
    // What the base's constructor sets is not there until it is called
    open: !inherited && (!init || type !== undefined),
    site,
    span: site.span,
  });
  if (inherited && type !== undefined)
    context.library.constructed(value, type, bound, site, undefined, context);
  if (init?.value.kind === "function")
    callFunction(init.value.definition, { value, owner: init.owner }, bound, context);
  else if (unfollowedBase(definition)) context.update(value, (object) => ({ ...object, open: true }));
  return value;
}

function unfollowedBase(definition: ClassDefinition): boolean {
  return definition.bases.some((base) =>
    base.kind === "class" ? unfollowedBase(base.definition) : base.kind !== "library",
  );
}

function findMember(
  definition: ClassDefinition,
  name: string,
): { value: MachineValue; owner: ClassDefinition } | undefined {
  const value = definition.members.get(name);
  if (value) return { value, owner: definition };
  for (const base of definition.bases) {
    const found = base.kind === "class" ? findMember(base.definition, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Follows a function of the notebook with the state at the call. */
export function callFunction(
  definition: Definition,
  self: Frame["self"],
  bound: BoundArguments,
  context: Context,
): MachineValue {
  context.step();
  const given =
    self && !isStatic(definition) ? { ...bound, positional: [self.value, ...bound.positional] } : bound;
  // A function that calls itself is followed once more, not through all that it might do
  const again = context.stack.filter((one) => one === definition.body).length > 1;
  if (context.depth >= deepestCalls || definition.opaque || again) {
    context.escape([...given.positional, ...given.keywords.values()]);
    return unknown(`${definition.name}() is not followed`);
  }
  if (definition.node) context.called.add(definition.node);
  const caller = {
    frame: context.frame,
    cell: context.cell,
    version: context.version,
    returns: context.returns,
    breaks: context.breaks,
    continues: context.continues,
  };
  const base = context.state;
  const locals = isExpression(definition.body) ? new Set<string>() : localNames(definition.body);
  for (const { name } of definition.parameters) locals.add(name);
  const frame: Frame = {
    id: `${definition.frame.id}f${context.serialNumber()}`,
    parent: definition.frame,
    locals,
    ...(self ? { self } : {}),
  };
  context.depth++;
  context.stack.push(definition.body);
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
    const goesOn = execute(definition.body, context);
    result = leave(goesOn, returns, base, context);
  }
  for (const name of locals) base.names.delete(`${frame.id}:${name}`);
  context.state = base;
  context.depth--;
  context.stack.pop();
  Object.assign(context, caller);
  return result;
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
  return values.length === 0 ? unknown("the function never returns") : joinValues(values);
}

function parameterValues(
  definition: Definition,
  bound: BoundArguments,
  context: Context,
): Map<string, MachineValue> {
  const values = new Map<string, MachineValue>();
  const positional = [...bound.positional];
  const keywords = new Map(bound.keywords);
  for (const { name, star, keywordOnly } of definition.parameters) {
    if (star === "*") {
      values.set(
        name,
        bound.openPositional
          ? unknown("it takes arguments that are not known")
          : { kind: "tuple", items: positional.splice(0) },
      );
      continue;
    }
    if (star === "**") {
      const entries = new Map([...keywords].map(([keyword, value]) => [`'${keyword}`, value]));
      values.set(name, context.allocate({ kind: "dict", entries, open: bound.openKeywords }));
      continue;
    }
    const fallback = definition.defaults.get(name) ?? unknown(`the argument ${name} is not given`);
    const given = !keywordOnly && positional.length > 0 ? positional.shift() : keywords.get(name);
    keywords.delete(name);
    if (given) {
      const absent = given.kind === "either" && given.values.some(({ kind }) => kind === "absent");
      values.set(
        name,
        absent ? joinValues([...given.values.filter(({ kind }) => kind !== "absent"), fallback]) : given,
      );
    } else {
      const open = bound.openKeywords || (bound.openPositional && !keywordOnly);
      values.set(name, open ? unknown(`the argument ${name} may be among those expanded`) : fallback);
    }
  }
  return values;
}

/** Reads a function that no call follows, with arguments that nobody knows, for the calls inside. */
export function readUncalled(definition: Definition, context: Context): void {
  const { owner } = definition;
  const isMethod = owner !== undefined && !isStatic(definition);
  const value: MachineValue | undefined = isMethod
    ? context.allocate({ kind: "instance", type: owner, members: new Map(), open: true })
    : undefined;
  const own = definition.parameters.filter(({ star }) => star === undefined).slice(isMethod ? 1 : 0);
  const keywords = new Map(
    own.map(({ name }) => [name, unknown(`it is the argument ${name} of ${definition.name}()`)] as const),
  );
  callFunction(
    { ...definition, opaque: false },
    value && owner && { value, owner },
    { positional: [], keywords, openKeywords: true, openPositional: true },
    context,
  );
}

export function describeSite(expression: CallExpression, context: Context): Site {
  const { callee } = expression;
  const name = callee.kind === "attribute" ? { from: callee.nameFrom, to: callee.to } : callee;
  return {
    callee: dotted(callee),
    span: context.span(expression),
    nameSpan: context.span(name),
    parentheses: context.span({ from: expression.open, to: expression.to }),
    arguments: expression.arguments.map((argument) => siteArgument(argument, context)),
  };
}

function siteArgument({ name, star, value, from, to }: ArgumentNode, context: Context): SiteArgument {
  return {
    ...(name === undefined ? {} : { name }),
    ...(star ? { star } : {}),
    span: context.span({ from, to }),
    valueSpan: context.span(value),
    value: evaluate(value, context),
  };
}

/** Expands `*` and `**`. */
export function bind(siteArguments: readonly SiteArgument[], context: Context): BoundArguments {
  const positional: MachineValue[] = [];
  const keywords = new Map<string, MachineValue>();
  let openKeywords = false;
  let openPositional = false;
  for (const { name, star, value } of siteArguments) {
    if (star === "*") {
      const expanded = elements(value, context);
      if (!openPositional) positional.push(...expanded.items);
      openPositional ||= expanded.open;
    } else if (star === "**") {
      const expanded = expandKeywords(value, context);
      openKeywords ||= expanded.open;
      for (const [keyword, entry] of expanded.keywords) keywords.set(keyword, entry);
    } else if (name !== undefined) keywords.set(name, value);
    else if (!openPositional) positional.push(value);
  }
  return { positional, keywords, openKeywords, openPositional };
}

/** What `**value` gives; of a dict that differs by branch each keyword differs by branch. */
function expandKeywords(
  value: MachineValue,
  context: Context,
): { keywords: ReadonlyMap<string, MachineValue>; open: boolean } {
  const present = value.kind === "either" ? value.values.filter(({ kind }) => kind !== "absent") : [value];
  const objects = present.map((one) => context.object(one));
  const dicts = objects.filter((object) => object?.kind === "dict");
  const keywords = new Map<string, MachineValue>();
  for (const key of new Set(dicts.flatMap(({ entries }) => [...entries.keys()]))) {
    const keyword = keyText(key);
    if (keyword === undefined) continue;
    const entries = dicts.map(
      (dict): MachineValue =>
        dict.entries.get(key) ??
        (dict.open ? unknown("the dict may hold more than is known") : { kind: "absent" }),
    );
    if (dicts.length < objects.length) entries.push(unknown("what is expanded is not known"));
    keywords.set(keyword, joinValues(entries));
  }
  return { keywords, open: dicts.length < objects.length || dicts.some(({ open }) => open) };
}

/** `exec`, star imports and the like: any name may be something else now. */
export function loseNames(why: string, context: Context): void {
  const lost = unknown(why);
  for (const key of context.state.keys()) {
    const value = context.state.name(key);
    if (value && key.startsWith(":") && value.kind !== "library")
      context.state.setName(key, joinValues([value, lost]));
  }
  context.state.setName(lostNames, lost);
}

export function runs(site: Site): string {
  return `${site.callee}() runs in the notebook`;
}

function dotted(callee: Expression): string {
  if (callee.kind === "name") return callee.id;
  if (callee.kind === "attribute") {
    const value = dotted(callee.value);
    return value === "" ? callee.name : `${value}.${callee.name}`;
  }
  return callee.kind === "call" ? dotted(callee.callee) : "";
}

function isSuper(expression: Expression): boolean {
  return expression.kind === "call" && expression.callee.kind === "name" && expression.callee.id === "super";
}

function isStatic({ node }: Definition): boolean {
  return (
    node?.decorators.some((decorator) => decorator.kind === "name" && decorator.id === "staticmethod") ??
    false
  );
}

function isExpression(body: readonly Statement[] | Expression): body is Expression {
  return !Array.isArray(body);
}
