import type { ArgumentNode, Expression } from "./ast.js";
import { callBuiltin } from "./builtins.js";
import { clearCache } from "./cached-call.js";
import { callBaseConstructor } from "./base-constructor.js";
import { callClassMethod, callOwnMethod, callSuper, instantiate } from "./class.js";
import { comprehension } from "./comprehension.js";
import { mayBeAbsent } from "./dict-entries.js";
import { evaluateToRead } from "./evaluate-to-read.js";
import { callCopy } from "./copy-calls.js";
import type { Context } from "./context.js";
import { evaluate, lostNames, elements } from "./expression.js";
import { callFileFunction, callFileMethod, isFile } from "./file-calls.js";
import { callFunction } from "./function.js";
import { isPureComprehension } from "./is-pure.js";
import { callJsonDumps } from "./json-text.js";
import {
  keyText,
  keyValue,
  libraryType,
  none,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
  type SiteArgument,
} from "./machine.js";
import { callContainerMethod, callEnvironment } from "./methods.js";
import { isNamespace, setInNamespace } from "./namespaces.js";
import { callPartial, partial, partialType } from "./partial.js";
import { recordShellCall } from "./shell-calls.js";
import { callPatch, patchMade, patchType, stopAllPatches } from "./mock-patches.js";
import { callReplaced, mayBeReplaced, replacedMember } from "./replaced-members.js";
import { callStandard } from "./standard-library.js";
import { joinValues } from "./state.js";
import { withoutNone } from "./without-none.js";
import { callWriting, changeFiles } from "./written-files.js";

/** Methods of a dict that leave it as it is. */
const looking: ReadonlySet<string> = new Set(["items", "keys", "values", "get", "copy"]);

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Evaluates a call: arguments first, then what the callee does. */
export function call(expression: CallExpression, context: Context): MachineValue {
  const notice = () => {
    if (context.cell >= 0) context.calledAt = context.span(expression);
  };
  const { callee } = expression;
  if (callee.kind === "attribute" && isSuper(callee.value)) {
    const site = describeSite(expression, context);
    return callSuper(callee.value, callee.name, bind(site.arguments, context), site, context);
  }
  if (callee.kind === "attribute" && callee.name === "update" && isNamespace(callee.value)) {
    const site = describeSite(expression, context);
    return updateNamespace(callee.value, bind(site.arguments, context), context);
  }
  if (callee.kind === "attribute") {
    const receiver = looking.has(callee.name)
      ? evaluateToRead(callee.value, context)
      : evaluate(callee.value, context);
    const site = describeSite(expression, context);
    const bound = bind(site.arguments, context);
    notice();
    return alternatives(withoutNone(receiver), context, (one) =>
      callMethod(one, callee.name, bound, site, context),
    );
  }
  const value = evaluate(callee, context);
  const site = describeSite(expression, context);
  const bound = bind(site.arguments, context);
  notice();
  return alternatives(withoutNone(value), context, (one) => callValue(one, bound, site, context));
}

/**
 * Calls what may be one of several things: each perhaps. On a branch that may not be taken, it may be that one of them
 * never gets there: `if code: call = one`, and later `if code: call(…)`.
 */
export function alternatives(
  value: MachineValue,
  context: Context,
  run: (value: MachineValue) => MachineValue,
): MachineValue {
  if (value.kind !== "either") return run(value);
  const present = value.values.filter(({ kind }) => kind !== "absent");
  const before = context.state;
  const isChoice = context.undecided > 0 && present.length > 1;
  if (isChoice) context.choices += 1;
  const ends = present.map((one) => {
    context.state = before.fork();
    const result = run(one);
    return { result, state: context.state };
  });
  if (isChoice) context.choices -= 1;
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
      changeFiles(undefined, bound, context);
      context.escape([...bound.positional, ...bound.keywords.values()]);
      return unknown(runs(site));
  }
}

function callLibrary(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  if (path === "builtins.open") return callFileFunction(path, bound, site, context) ?? unknown(runs(site));
  const written = callWriting(path, bound, site, context);
  if (written) return written;
  recordShellCall(path, bound, site, context);
  if (path.startsWith("builtins.")) return callBuiltin(path.slice("builtins.".length), bound, site, context);
  if (path === "os.getenv") return callEnvironment("getenv", bound, site, context);
  if (path.startsWith("os.environ."))
    return callEnvironment(path.slice("os.environ.".length), bound, site, context);
  if (path === partialType) return partial(bound, context);
  const initialized = callBaseConstructor(path, bound, site, context);
  if (initialized) return initialized;
  const ofFile = callFileFunction(path, bound, site, context);
  if (ofFile) return ofFile;
  const copied = callCopy(path, bound, context) ?? callStandard(path, bound, site, context);
  if (copied) return copied;
  const dumped = callJsonDumps(path, bound, context);
  if (dumped) return dumped;
  const patch = patchMade(path, bound, site, context) ?? stopAllPatches(path, context);
  if (patch) return patch;
  const result = context.library.call(path, bound, { ...site, callee: path }, context);
  if (result) return result;
  changeFiles(path, bound, context);
  const given = [...bound.positional, ...bound.keywords.values()];
  const isHarmless = context.library.harmless(path);
  if (isHarmless) for (const one of given) if (one.kind === "method") hand(one, site, context);
  context.escape(
    isHarmless ? given.filter((one) => isFile(one, context) || isContainersMethod(one, context)) : given,
  );
  return unknown(runs(site));
}

/** `Thread(target=estimator.fit)`: it is called there, or later. */
function hand({ self, name }: Extract<MachineValue, { kind: "method" }>, site: Site, context: Context): void {
  const object = context.object(self);
  const type = object?.kind === "instance" ? libraryType(object.type) : undefined;
  if (type !== undefined) context.library.handed?.(self, type, name, site, context);
}

/** `x.append`, which whoever has it may call. */
function isContainersMethod(value: MachineValue, context: Context): boolean {
  if (value.kind !== "method") return false;
  const object = context.object(value.self);
  return object !== undefined && object.kind !== "instance";
}

export function callMethod(
  receiver: MachineValue,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  if (receiver.kind === "library") {
    const own = `${receiver.path}.${name}`;
    const replaced = mayBeReplaced(receiver.path) ? replacedMember(receiver.path, name, context) : undefined;
    return alternatives(replaced ?? { kind: "library", path: own }, context, (one) =>
      one.kind === "library"
        ? callLibrary(one.path, bound, site, context)
        : callValue(one, bound, site, context),
    );
  }
  const object = context.object(receiver);
  if (object?.kind !== "instance") {
    if (receiver.kind === "function" && name === "cache_clear") clearCache(receiver.definition, context);
    if (receiver.kind === "class") return callClassMethod(receiver.definition, name, bound, site, context);
    if (receiver.kind === "unknown") {
      changeFiles(undefined, bound, context);
      const told = context.library.methodOfUnknown?.(name, bound, site, context);
      if (told) return told;
    }
    return callContainerMethod(receiver, name, bound, site, context);
  }
  if (object.type === partialType && name === "__call__")
    return callPartial(object.members, bound, site, context);
  const ofPatch = object.type === patchType ? callPatch(receiver, name, context) : undefined;
  if (ofPatch) return ofPatch;
  if (typeof object.type !== "string") {
    const instance = { ...object, type: object.type };
    const result = callOwnMethod(receiver, instance, name, bound, site, context);
    if (result) return result;
  }
  const member = object.members.get(name);
  if (member && member.kind !== "unknown") return callValue(member, bound, site, context);
  const type = libraryType(object.type);
  const ofFile = type === undefined ? undefined : callFileMethod(receiver, type, name, bound, context, site);
  if (ofFile) return ofFile;
  const result =
    type === undefined
      ? undefined
      : callLibraryMethod(receiver, type, name, bound, { ...site, callee: `${type}.${name}` }, context);
  if (result) return result;
  const own = typeof object.type === "string" ? [] : [receiver];
  if (type === undefined || !context.library.harmless(type))
    context.escape([...own, ...bound.positional, ...bound.keywords.values()]);
  return unknown(runs(site));
}

/** A method of a library's object, or what the notebook has put in its place. */
export function callLibraryMethod(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const { library } = context;
  const replaced =
    library.isMethod?.(type, name) === true
      ? replacedMember(type, name, context, () => library.ancestors?.(type) ?? [type])
      : undefined;
  if (!replaced) return library.method(self, type, name, bound, site, context);
  return alternatives(replaced, context, (one) =>
    one.kind === "library" && one.path === `${type}.${name}`
      ? (library.method(self, type, name, bound, site, context) ?? unknown(runs(site)))
      : callReplaced(one, self, bound, site, context),
  );
}

export function describeSite(expression: CallExpression, context: Context): Site {
  const { callee } = expression;
  const name = callee.kind === "attribute" ? { from: callee.nameFrom, to: callee.to } : callee;
  const isRead = callee.kind === "name" && reading.has(callee.id) && context.lookup(callee.id) === undefined;
  return {
    callee: dotted(callee),
    span: context.span(expression),
    nameSpan: context.span(name),
    parentheses: context.span({ from: expression.open, to: expression.to }),
    arguments: expression.arguments.map((argument) => siteArgument(argument, callee, isRead, context)),
    ...(context.cell < 0 ? { outside: true as const } : {}),
  };
}

/** Builtin functions that keep nothing of what they are given. */
const reading: ReadonlySet<string> = new Set(["dict", "print", "display", "str", "repr", "len", "type"]);

/** It may ask a generator for some of its items only, or later. */
function stopsEarly(callee: Expression): boolean {
  const name = callee.kind === "attribute" ? callee.name : callee.kind === "name" ? callee.id : "";
  return /^(?:next|any|all|zip|iter|map|filter|enumerate|islice|takewhile)$/.test(name);
}

function siteArgument(
  { name, star, value, from, to }: ArgumentNode,
  callee: Expression,
  isRead: boolean,
  context: Context,
): SiteArgument {
  const span = context.span({ from, to });
  const valueSpan = context.span(value);
  // A generator that is handed to a call is most often used up there and then
  const given =
    value.kind === "comprehension" && value.type === "generator"
      ? comprehension(
          value,
          context,
          "used",
          stopsEarly(callee) && !isPureComprehension(value) ? "some" : "all",
        )
      : star === "**" || isRead
        ? evaluateToRead(value, context)
        : evaluate(value, context);
  if (star) return { star, span, valueSpan, value: given };
  return name === undefined ? { span, valueSpan, value: given } : { name, span, valueSpan, value: given };
}

/** Expands `*` and `**`. */
export function bind(siteArguments: readonly SiteArgument[], context: Context): BoundArguments {
  const positional: MachineValue[] = [];
  const keywords = new Map<string, MachineValue>();
  let openKeywords = false;
  let openPositional = false;
  let twice: string | undefined;
  const give = (keyword: string, value: MachineValue) => {
    const before = keywords.get(keyword);
    if (before && !mayBeAbsent(before) && !mayBeAbsent(value)) twice ??= keyword;
    keywords.set(keyword, value);
  };
  for (const { name, star, value } of siteArguments) {
    if (star === "*") {
      const expanded = elements(value, context);
      if (expanded.open) context.leak(value);
      if (!openPositional) positional.push(...expanded.items);
      openPositional ||= expanded.open;
    } else if (star === "**") {
      const expanded = expandKeywords(value, context);
      openKeywords ||= expanded.open;
      for (const [keyword, entry] of expanded.keywords) give(keyword, entry);
    } else if (name !== undefined) give(name, value);
    else if (!openPositional) positional.push(value);
    else context.escape([value]); // it is there, but nobody knows at which place
  }
  const more = twice === undefined ? {} : { twice };
  return { positional, keywords, openKeywords, openPositional, ...more };
}

/** What `**value` gives; of a dict that differs by branch each keyword differs by branch. */
export function expandKeywords(
  given: MachineValue,
  context: Context,
): { keywords: ReadonlyMap<string, MachineValue>; open: boolean } {
  const value = withoutNone(given);
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
    const entry = joinValues(entries);
    if (entry.kind !== "absent") keywords.set(keyword, entry); // pop() took it out of a dict of which more is not known
  }
  return { keywords, open: dicts.length < objects.length || dicts.some(({ open }) => open) };
}

/** `globals().update(…)` */
function updateNamespace(namespace: Expression, bound: BoundArguments, context: Context): MachineValue {
  const [first] = bound.positional;
  const source = first && context.object(first);
  const entries = new Map(source?.kind === "dict" ? source.entries : []);
  for (const [name, value] of bound.keywords) entries.set(`'${name}`, value);
  let isKnown = !bound.openKeywords && !bound.openPositional;
  if (first && (source?.kind !== "dict" || source.open)) isKnown = false;
  for (const [key, value] of entries)
    if (!setInNamespace(namespace, keyValue(key), value, context)) isKnown = false;
  if (!isKnown) {
    context.escape([...bound.positional, ...bound.keywords.values()]);
    loseNames("it may have been set through globals()", context);
  }
  return none;
}

/** `exec`, star imports and the like: any name may be something else now. */
export function loseNames(why: string, context: Context): void {
  const lost = unknown(why);
  for (const key of context.state.keys()) {
    const value = context.state.name(key);
    if (value && key.startsWith(":") && value.kind !== "library")
      context.setName(key, joinValues([value, lost]));
  }
  context.setName(lostNames, lost);
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

function isSuper(expression: Expression): expression is CallExpression & Expression {
  return expression.kind === "call" && expression.callee.kind === "name" && expression.callee.id === "super";
}
