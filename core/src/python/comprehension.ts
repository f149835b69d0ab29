import { isFile } from "./file-calls.js";
import type { ComprehensionClause, Expression } from "./ast.js";
import { assignTarget } from "./assign.js";
import { boundNames } from "./bound-names.js";
import type { Context } from "./context.js";
import { elements, evaluate } from "./expression.js";
import { anyNumberOfTimes } from "./loop.js";
import { dictKey, unknown, type Frame, type MachineValue } from "./machine.js";
import { truth } from "./operators.js";

/** More rounds than these are not followed one by one. */
export const mostRounds = 64;

type Comprehension = Extract<Expression, { kind: "comprehension" }>;

/**
 * @param use "unused": nobody gets at what it makes, as in a statement of its own.
 * @param rounds "some": who asks for its items may stop after any of them.
 */
export function comprehension(
  expression: Comprehension,
  context: Context,
  use: "used" | "unused" = "used",
  rounds: "all" | "some" = "all",
): MachineValue {
  const span = context.span(expression);
  const outer = context.frame;
  const serial = context.serialNumber();
  const frame: Frame = {
    id: `${outer.id}c${serial}`,
    parent: outer,
    locals: new Set(expression.clauses.flatMap(({ target }) => boundNames(target))),
    serial,
  };
  const results: { key?: MachineValue; value: MachineValue }[] = [];
  let open = false;

  /** One element, when all conditions hold; `sure`: they do, and the rounds up to here were followed one by one. */
  const element = (sure: boolean): void => {
    const first = evaluate(expression.element, context);
    const value = expression.value ? evaluate(expression.value, context) : first;
    if (sure && !open) results.push(expression.value ? { key: first, value } : { value });
    else {
      open = true;
      if (use === "used") context.escape([first, value].filter(({ kind }) => kind !== "function"));
    }
  };
  const clause = (index: number, sure: boolean): void => {
    context.step();
    const next = expression.clauses[index];
    if (!next) {
      element(sure);
      return;
    }
    // The first iterable is evaluated outside, as Python does
    context.frame = index === 0 ? outer : frame;
    const iterable = evaluate(next.iterable, context);
    const over = elements(iterable, context);
    context.frame = frame;
    if (over.open || over.items.length > mostRounds || rounds === "some") {
      open = true;
      context.leak(iterable);
      if (isFile(iterable, context)) context.escape([iterable]);
      const round = () => {
        assignTarget(next.target, unknown("it is one of the items of a loop"), context);
        test(next, 0, index, false);
      };
      anyNumberOfTimes(round, context, "now");
      return;
    }
    for (const item of over.items) {
      assignTarget(next.target, item, context);
      test(next, 0, index, sure);
    }
  };
  const test = ({ conditions }: ComprehensionClause, at: number, index: number, sure: boolean): void => {
    const condition = conditions[at];
    if (!condition) {
      clause(index + 1, sure);
      return;
    }
    const holds = truth(evaluate(condition, context), context);
    const current = expression.clauses[index];
    if (holds === false || !current) return;
    if (holds) test(current, at + 1, index, sure);
    else {
      context.perhaps(() => {
        test(current, at + 1, index, false);
      });
    }
  };
  clause(0, true);
  context.frame = outer;
  if (frame.captured !== true)
    for (const name of frame.locals ?? []) context.state.names.delete(`${frame.id}:${name}`);

  if (expression.type !== "dict") {
    const kind = expression.type === "set" ? "set" : "list";
    const items = results.map(({ value }) => value);
    const gives =
      expression.type === "generator" ? { gives: { type: "iterator", moment: context.moment } as const } : {};
    return context.allocate({ kind, items, open, ...gives, span });
  }
  const entries = new Map<string, MachineValue>();
  for (const { key, value } of results) {
    const name = key && dictKey(key);
    if (name === undefined) open = true;
    else entries.set(name, value);
  }
  // Also those whose keys are not known
  if (open) context.escape(results.map(({ value }) => value).filter(({ kind }) => kind !== "function"));
  return context.allocate({ kind: "dict", entries: open ? new Map() : entries, open, span });
}
