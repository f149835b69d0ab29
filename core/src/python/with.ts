import type { Expression, Statement } from "./ast.js";
import { assignTarget } from "./assign.js";
import { alternatives, callMethod, describeSite } from "./call.js";
import { collapse, type Context } from "./context.js";
import { evaluate } from "./expression.js";
import { callFileMethod } from "./file-calls.js";
import { noArguments, none, unknown, type MachineValue, type Site } from "./machine.js";
import { whilePatched } from "./mock-patches.js";
import type { State } from "./state.js";
import { execute, leaveFunction } from "./statement.js";
import { attempt } from "./try.js";
import { closeWriter } from "./written-files.js";
import { followYields, mayLeaveBy } from "./yielding.js";

type WithStatement = Pick<Extract<Statement, { kind: "with" }>, "items" | "body">;

export function withStatement({ items, body }: WithStatement, context: Context, at = 0): boolean {
  const item = items[at];
  if (!item) return execute(body, context);
  const managed = underManager({ items, body }, item, at, context);
  if (managed !== undefined) return managed;
  const opened = evaluate(item.value, context);
  const withGiven = (given: MachineValue) => {
    if (item.target) assignTarget(item.target, given, context);
    return withStatement({ items, body }, context, at + 1);
  };
  const patched = whilePatched(opened, withGiven, context);
  if (patched !== undefined) return patched;
  const entered = enter(opened, item.value, context);
  const inner = () => withGiven(entered);
  if (!maySwallow(opened, item.value, context)) {
    const goesOn = inner();
    if (goesOn) closeWriter(opened, context);
    return goesOn;
  }
  const before = context.state;
  const { goesOn, interrupted } = attempt(inner, before, context);
  const ends: State[] = [];
  for (const state of goesOn ? [context.state, interrupted] : [interrupted]) {
    context.state = state.fork();
    leaveContext(opened, item.value, context);
    ends.push(collapse(context.state, before));
  }
  context.state = before;
  return before.settle(ends);
}

/**
 * `with f(…) as x`, of a function of the notebook that manages a context: what it does before and after its `yield` is done
 * around the body.
 *
 * @returns Whether anything comes after it; undefined: it is something else.
 */
function underManager(
  { items, body }: WithStatement,
  { value: opened, target }: WithStatement["items"][number],
  at: number,
  context: Context,
): boolean | undefined {
  // With a `return` at its end alone: what the manager does then is done before the function is left
  const last = body.at(-1);
  const leaving = last?.kind === "return" ? last : undefined;
  const inner = leaving ? body.slice(0, -1) : body;
  if (mayLeaveBy(inner, ["return", "break", "continue"])) return undefined;
  let isOver: boolean | undefined;
  let returned: MachineValue = none;
  const run = (given: MachineValue): boolean => {
    if (target) assignTarget(target, given, context);
    isOver = !withStatement({ items, body: inner }, context, at + 1);
    if (!isOver && leaving?.value) returned = evaluate(leaving.value, context);
    return !isOver;
  };
  if (followYields(opened, "with", run, context) === undefined) return undefined;
  if (isOver === true || !leaving) return isOver !== true;
  leaveFunction(returned, context);
  return false;
}

/** `with suppress(…)`, and classes and functions of the notebook: an exception may end there. */
function maySwallow(opened: MachineValue, value: Expression, context: Context): boolean {
  const isOwn = (one: MachineValue): boolean => {
    const object = context.object(one);
    if (one.kind === "either") return one.values.some(isOwn);
    return (
      one.kind === "class" ||
      one.kind === "function" ||
      (object?.kind === "instance" && typeof object.type !== "string")
    );
  };
  let root = value.kind === "call" ? value.callee : value;
  const name = root.kind === "attribute" ? root.name : root.kind === "name" ? root.id : "";
  while (root.kind === "attribute" || root.kind === "call")
    root = root.kind === "call" ? root.callee : root.value;
  const maker = root.kind === "name" ? context.lookup(root.id) : undefined;
  return (
    isOwn(opened) || (maker !== undefined && isOwn(maker)) || /^(?:suppress|raises|assertRaises)$/.test(name)
  );
}

/** What `with value as …` gives: of a library's object what the library says. */
function enter(opened: MachineValue, value: Expression, context: Context): MachineValue {
  return alternatives(opened, context, (one) => {
    const object = context.object(one);
    if (object?.kind !== "instance") return unknown("it is what a with statement opens");
    const site = siteOf(value, context);
    if (typeof object.type !== "string") return callMethod(one, "__enter__", noArguments, site, context);
    return (
      callFileMethod(one, object.type, "__enter__", noArguments, context) ??
      context.library.method(one, object.type, "__enter__", noArguments, site, context) ??
      unknown("it is what a with statement opens")
    );
  });
}

function leaveContext(opened: MachineValue, value: Expression, context: Context): void {
  const why = unknown("it is how the with statement ended");
  const bound = { ...noArguments, positional: [why, why, why] };
  alternatives(opened, context, (one) => {
    const object = context.object(one);
    if (object?.kind !== "instance" || typeof object.type === "string") return why;
    return callMethod(one, "__exit__", bound, siteOf(value, context), context);
  });
}

function siteOf(value: Expression, context: Context): Site {
  const { from, to } = value;
  return describeSite({ kind: "call", callee: value, arguments: [], open: to, from, to }, context);
}
