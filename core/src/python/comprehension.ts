import type { Expression } from "./ast.js";
import { assignTarget } from "./assign.js";
import type { Context } from "./context.js";
import { elements, evaluate } from "./expression.js";
import { dictKey, unknown, type MachineValue } from "./machine.js";
import { truth } from "./operators.js";
import { boundNames } from "./bound-names.js";

/** More rounds than these are not followed one by one. */
export const mostRounds = 64;

type Comprehension = Extract<Expression, { kind: "comprehension" }>;

export function comprehension(expression: Comprehension, context: Context): MachineValue {
  const span = context.span(expression);
  const outer = context.frame;
  const frame = {
    id: `${outer.id}c${context.serialNumber()}`,
    parent: outer,
    locals: new Set(expression.clauses.flatMap(({ target }) => boundNames(target))),
  };
  const results: { key?: MachineValue; value: MachineValue }[] = [];
  let open = false;

  const round = (index: number, certain: boolean): void => {
    context.step();
    const clause = expression.clauses[index];
    if (!clause) {
      const first = evaluate(expression.element, context);
      const value = expression.value ? evaluate(expression.value, context) : first;
      if (certain) results.push(expression.value ? { key: first, value } : { value });
      else open = true;
      return;
    }
    // The first iterable is evaluated outside, as Python does
    context.frame = index === 0 ? outer : frame;
    const over = elements(evaluate(clause.iterable, context), context);
    context.frame = frame;
    const rounds =
      over.open || over.items.length > mostRounds
        ? [unknown("it is one of the items of a loop")]
        : over.items;
    if (over.open || over.items.length > mostRounds) open = true;
    for (const item of rounds) {
      assignTarget(clause.target, item, context);
      const tests = clause.conditions.map((condition) => truth(evaluate(condition, context), context));
      if (tests.includes(false)) continue;
      round(index + 1, certain && !open && !tests.includes(undefined));
    }
  };
  round(0, true);
  context.frame = outer;
  for (const name of frame.locals) context.state.names.delete(`${frame.id}:${name}`);

  if (expression.type === "generator" || expression.type === "list" || expression.type === "set") {
    const kind = expression.type === "set" ? "set" : "list";
    return context.allocate({ kind, items: results.map(({ value }) => value), open, span });
  }
  const entries = new Map<string, MachineValue>();
  for (const { key, value } of results) {
    const name = key && dictKey(key);
    if (name === undefined) open = true;
    else entries.set(name, value);
  }
  return context.allocate({ kind: "dict", entries: open ? new Map() : entries, open, span });
}
