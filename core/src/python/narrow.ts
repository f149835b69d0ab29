import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { isInstance } from "./is-instance.js";
import { isPure } from "./is-pure.js";
import { dictKey, type MachineValue } from "./machine.js";
import { compare, truth } from "./operators.js";
import { joinValues } from "./state.js";

/**
 * What a name may still be once a test of it came out so: after `if subnets is None: return` it is not None. Only names
 * and entries of dicts that differ by branch have less to say; tests of anything else leave all as it is.
 */
export function narrow(test: Expression, isTrue: boolean, context: Context): void {
  // What changes something on its way may have changed what it asked
  if (!isPure(test)) return;
  switch (test.kind) {
    case "unary":
      if (test.operator === "not") narrow(test.operand, !isTrue, context);
      return;
    case "boolean":
      // Both sides are true, or both are false; of the other outcomes nobody knows which it was
      if ((test.operator === "and") !== isTrue) return;
      narrow(test.left, isTrue, context);
      narrow(test.right, isTrue, context);
      return;
    case "name":
      keep(test.id, (value) => truth(value, context) !== !isTrue, context);
      return;
    case "compare": {
      const [only, ...others] = test.rest;
      const { left } = test;
      if (!only || others.length > 0 || left.kind !== "name" || !isConstant(only.right)) return;
      const right = evaluate(only.right, context);
      keep(
        left.id,
        (value) => truth(compare(only.operator, value, right, context), context) !== !isTrue,
        context,
      );
      return;
    }
    case "subscript":
      if (test.index.kind === "constant") keepEntry(test.value, test.index, isTrue, context);
      return;
    case "call":
      ofCall(test, isTrue, context);
      return;
    default:
  }
}

/** `isinstance(tags, dict)`, `settings.get("key")` */
function ofCall(
  { callee, arguments: given }: Extract<Expression, { kind: "call" }>,
  isTrue: boolean,
  context: Context,
): void {
  const [first, second, ...others] = given;
  if (!first || others.length > 0 || given.some(({ name, star }) => (name ?? star) !== undefined)) return;
  if (callee.kind === "attribute" && callee.name === "get" && !second) {
    keepEntry(callee.value, first.value, isTrue, context);
  } else if (callee.kind === "name" && callee.id === "isinstance" && second && first.value.kind === "name") {
    if (context.lookup("isinstance") !== undefined) return;
    const types = evaluate(second.value, context);
    keep(first.value.id, (value) => truth(isInstance(value, types, context), context) !== !isTrue, context);
  }
}

/** What an entry of a dict may still be, once its truth came out so. */
function keepEntry(dict: Expression, key: Expression, isTrue: boolean, context: Context): void {
  if (dict.kind !== "name" || key.kind !== "constant") return;
  const name = dictKey(evaluate(key, context));
  const value = context.lookup(dict.id);
  const object = value && context.object(value);
  if (name === undefined || !value || object?.kind !== "dict") return;
  const entry = object.entries.get(name);
  if (entry?.kind !== "either") return;
  const possible = entry.values.filter((one) =>
    one.kind === "absent" ? !isTrue : truth(one, context) !== !isTrue,
  );
  if (possible.length === 0 || possible.length === entry.values.length) return;
  const left = joinValues(possible);
  context.update(value, (old) =>
    old.kind === "dict" ? { ...old, entries: new Map(old.entries).set(name, left) } : old,
  );
}

function isConstant(expression: Expression): boolean {
  return (
    expression.kind === "constant" || (expression.kind === "sequence" && expression.items.every(isConstant))
  );
}

function keep(name: string, isPossible: (value: MachineValue) => boolean, context: Context): void {
  const value = context.lookup(name);
  if (value?.kind !== "either") return;
  const possible = value.values.filter((one) => one.kind === "absent" || isPossible(one));
  // Nothing left: the branch is never taken, and the evaluator did not know
  if (possible.length === 0 || possible.length === value.values.length) return;
  context.assign(name, joinValues(possible));
}
