import type { Expression, FunctionNode, Statement } from "./ast.js";
import { assignTarget, setAttribute, setItem } from "./assign.js";
import { caching, clearCache } from "./cached-call.js";
import { callValue, describeSite } from "./call.js";
import { defineClass } from "./class.js";
import { comprehension } from "./comprehension.js";
import { collapse, type Context, type Landing } from "./context.js";
import { evaluateToRead } from "./evaluate-to-read.js";
import { deleteTarget } from "./delete-target.js";
import { attribute } from "./attribute.js";
import { elements, evaluate } from "./expression.js";
import { importFrom } from "./import-from.js";
import { mergeEntries } from "./dict-entries.js";
import { holding } from "./held.js";
import { localModule } from "./local-modules.js";
import { forStatement, whileStatement } from "./loop.js";
import { noArguments, none, unknown, type Definition, type Frame, type MachineValue } from "./machine.js";
import { matchStatement } from "./match.js";
import { narrow } from "./narrow.js";
import { binary, truth } from "./operators.js";
import { isPath } from "./paths.js";
import { joinValues, type State } from "./state.js";
import { isPatch } from "./mock-patches.js";
import { itemOf } from "./subscript.js";
import type { WrittenSpan } from "./text-version.js";
import { tryStatement } from "./try.js";
import { withStatement } from "./with.js";
import { withoutNone } from "./without-none.js";
import { atYield, isYield } from "./yielding.js";

/** Runs statements; false when every way through them leaves by return, raise, break or continue. */
export function execute(statements: readonly Statement[], context: Context): boolean {
  for (const statement of statements) if (!executeOne(statement, context)) return false;
  return true;
}

function executeOne(statement: Statement, context: Context): boolean {
  context.step();
  context.moment++;
  if (context.yields && isYield(statement)) return atYield(statement, context);
  switch (statement.kind) {
    case "expression":
      if (statement.value.kind === "comprehension" && statement.value.type !== "generator")
        comprehension(statement.value, context, "unused");
      // A cell that only shows the object's attributes keeps no hold of them
      else if (statement.value.kind === "attribute" && statement.value.name === "__dict__")
        evaluate(statement.value.value, context);
      else evaluateToRead(statement.value, context);
      return true;
    case "assign": {
      const value = evaluate(statement.value, context);
      for (const target of statement.targets) assignTarget(target, value, context);
      return true;
    }
    case "augmented assign":
      augmentedAssign(statement, context);
      return true;
    case "if":
      return ifStatement(statement.branches, context);
    case "for":
      return forStatement(statement, context);
    case "while":
      return whileStatement(statement, context);
    case "try":
      return tryStatement(statement, context);
    case "with":
      return withStatement(statement, context);
    case "function":
      defineFunction(statement, context);
      return true;
    case "class":
      defineClass(statement, context);
      return true;
    case "return":
      leaveFunction(statement.value ? evaluate(statement.value, context) : none, context);
      return false;
    case "raise":
      return false;
    case "break":
      if (context.breaks) arrive(context.breaks, context);
      return false;
    case "continue":
      if (context.continues) arrive(context.continues, context);
      return false;
    case "import":
      if (context.cell >= 0) context.calledAt = context.span(statement);
      for (const { path, alias } of statement.names) {
        const local = localModule(path, 0, context, execute);
        if (local && (alias !== undefined || !path.includes("."))) {
          context.assign(alias ?? path, local);
          continue;
        }
        const root = path.split(".")[0] ?? path;
        context.assign(alias ?? root, { kind: "library", path: alias === undefined ? root : path });
      }
      return true;
    case "import from":
      importFrom(statement, execute, context);
      return true;
    case "delete":
      for (const target of statement.targets) deleteTarget(target, context);
      return true;
    case "match":
      return matchStatement(statement, context);
    case "invalid":
      for (const name of statement.names) context.assign(name, unknown("it is not valid Python"));
      return true;
    default:
      return true;
  }
}

export function leaveFunction(value: MachineValue, context: Context): void {
  context.returns?.values.push(value);
  if (context.returns) arrive(context.returns, context);
}

function arrive(landing: Landing, context: Context): void {
  landing.arrived.push(collapse(context.state, landing.base));
}

function augmentedAssign(
  { target, operator, value: operand, from, to }: Extract<Statement, { kind: "augmented assign" }>,
  context: Context,
): void {
  // What the target is a part of is evaluated once
  const container =
    target.kind === "attribute" || target.kind === "subscript"
      ? withoutNone(evaluate(target.value, context))
      : none;
  const index =
    target.kind === "subscript" && target.index.kind !== "slice" ? evaluate(target.index, context) : none;
  const old =
    target.kind === "attribute"
      ? attribute(container, target.name, context)
      : target.kind === "subscript" && target.index.kind !== "slice"
        ? itemOf(container, index, context)
        : evaluate(target, context);
  const result = updated(operator, old, evaluate(operand, context), context, context.span({ from, to }));
  if (target.kind === "attribute") setAttribute(container, target.name, result, context);
  else if (target.kind === "subscript" && target.index.kind !== "slice")
    setItem(container, index, result, context);
  else assignTarget(target, result, context);
}

/** The result of `old operator= value`; a list grows in place, and every name of it sees that. */
function updated(
  operator: string,
  old: MachineValue,
  value: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue {
  const object = context.object(old);
  if (operator === "+" && object?.kind === "list" && !object.gives) {
    const added = elements(value, context);
    if (added.open) context.leak(value);
    const held = object.open ? context.holdable(added.items) : [];
    context.update(old, (list) =>
      list.kind === "list" && !list.open
        ? { ...list, items: [...list.items, ...added.items], open: added.open }
        : holding(list, held),
    );
    return old;
  }
  const added = context.object(value);
  if (operator === "|" && object?.kind === "dict" && added?.kind === "dict" && !added.open) {
    context.update(old, (dict) => {
      if (dict.kind !== "dict") return dict;
      const entries = new Map(dict.entries);
      const mixed = mergeEntries(entries, added.entries);
      return { ...dict, entries, ...(mixed || added.unordered === true ? { unordered: true } : {}) };
    });
    return old;
  }
  const mutable =
    object !== undefined || (old.kind === "either" && old.values.some(({ kind }) => kind === "reference"));
  if (old.kind === "unknown" || (old.kind === "either" && old.values.some(({ kind }) => kind === "unknown")))
    context.changeUnknown();
  // A path is another object afterwards, as a text is
  if (!mutable || isPath(old, context)) return binary(operator, old, value, context, span);
  context.escape([old]);
  context.leak(value);
  // It is the same object still, or another one
  return joinValues([
    ...(old.kind === "either" ? old.values : [old]),
    unknown("the operation is not followed"),
  ]);
}

function ifStatement(branches: Extract<Statement, { kind: "if" }>["branches"], context: Context): boolean {
  const before = context.state;
  const ends: State[] = [];
  let undecided = false;
  for (const { test, body } of branches) {
    const verdict = test ? verdictOn(test, body, context) : true;
    if (verdict === false) continue;
    if (verdict === true && !undecided) return execute(body, context);
    undecided = true;
    // A later test may bind names, and is perhaps not evaluated
    const otherwise = context.state;
    context.state = otherwise.fork();
    if (test) narrow(test, true, context);
    context.undecided += 1;
    const goesOn = execute(body, context);
    context.undecided -= 1;
    if (goesOn) ends.push(collapse(context.state, before));
    context.state = otherwise.fork();
    if (test) narrow(test, false, context);
    if (verdict === true) {
      context.state = before;
      return before.settle(ends);
    }
  }
  if (!undecided) return true;
  ends.push(collapse(context.state, before));
  context.state = before;
  return before.settle(ends);
}

/**
 * Whether the body runs. Of `if bucket == "<your-bucket>": raise …` in a notebook that is left open: whoever runs what
 * comes after it has mended that first.
 */
function verdictOn(test: Expression, body: readonly Statement[], context: Context): boolean | undefined {
  const verdict = truth(evaluate(test, context), context);
  const isGuard = context.frame.parent === undefined && body.at(-1)?.kind === "raise";
  return isGuard && verdict === true ? undefined : verdict;
}

const transparent: ReadonlySet<string> = new Set([
  "builtins.staticmethod",
  "builtins.classmethod",
  "builtins.property",
  ...caching,
  "functools.wraps",
]);

function defineFunction(node: FunctionNode, context: Context): void {
  const defaults = new Map<string, MachineValue>();
  for (const { name, default: value } of node.parameters)
    if (value) defaults.set(name, evaluate(value, context));
  const all = node.decorators.map((decorator) => ({ decorator, value: decoratorOf(decorator, context) }));
  const decorators = all.filter(({ value }) => !isPatch(value, context));
  const patched = all.flatMap(({ value }) => (isPatch(value, context) ? value : [])).reverse();
  const manages =
    node.generator &&
    decorators.length === 1 &&
    decorators.every(({ value }) => value.kind === "library" && value.path === "contextlib.contextmanager");
  const opaque =
    node.generator ||
    node.asynchronous ||
    decorators.some(
      ({ value }) => value.kind !== "function" && (value.kind !== "library" || !transparent.has(value.path)),
    );
  const definition = {
    name: node.name,
    cell: context.cell,
    version: context.version,
    place: { from: node.from, to: node.to },
    parameters: node.parameters,
    defaults,
    body: node.body,
    frame: context.frame,
    node,
    opaque,
    ...(decorators.some(({ value }) => value.kind === "library" && caching.has(value.path))
      ? { cached: true as const }
      : {}),
    ...(manages ? { manages } : {}),
    ...(decorators.some(({ value }) => value.kind === "library" && value.path === "functools.wraps")
      ? { renamed: true as const }
      : {}),
    ...(patched.length > 0 ? { patched } : {}),
    binding: manages ? ("plain" as const) : bindingOf(decorators.map(({ value }) => value)),
  };
  if (definition.cached === true) clearCache(definition, context);
  for (let frame: Frame | undefined = context.frame; frame; frame = frame.parent) frame.captured = true;
  let value: MachineValue = {
    kind: "function",
    definition,
    span: context.span({ from: node.nameFrom, to: node.nameFrom + node.name.length }),
  };
  if (context.cell >= 0 && context.rehearsals === 0) context.defined.push(value);
  for (const { decorator, value: decorate } of decorators.reverse()) {
    if (manages || (decorate.kind === "library" && transparent.has(decorate.path))) continue;
    if (decorate.kind !== "library" && decorate.kind !== "reference" && decorate.kind !== "function")
      continue;
    const site = describeSite(
      {
        kind: "call",
        callee: decorator,
        arguments: [],
        open: decorator.to,
        from: decorator.from,
        to: decorator.to,
      },
      context,
    );
    const bound = { ...noArguments, positional: [value] };
    const result = callValue(decorate, bound, site, context);
    if (result.kind === "reference" || result.kind === "function" || decorate.kind === "function")
      value = result;
  }
  context.assign(node.name, value);
}

/** A decorator's value; `@wraps(f)` and `@lru_cache(…)` are what they are without the call. */
function decoratorOf(decorator: Expression, context: Context): MachineValue {
  const callee = decorator.kind === "call" ? evaluate(decorator.callee, context) : none;
  return callee.kind === "library" && /^functools\.(?:wraps|lru_cache)$/.test(callee.path)
    ? callee
    : evaluate(decorator, context);
}

function bindingOf(decorators: readonly MachineValue[]): Definition["binding"] {
  const [only, ...others] = decorators.filter(({ kind }) => kind !== "function");
  if (!only) return "plain";
  if (only.kind !== "library" || others.length > 0) return "unknown";
  switch (only.path) {
    case "builtins.staticmethod":
      return "static";
    case "builtins.classmethod":
      return "class";
    case "builtins.property":
    case "functools.cached_property":
      return "property";
    default:
      return transparent.has(only.path) ? "plain" : "unknown";
  }
}
