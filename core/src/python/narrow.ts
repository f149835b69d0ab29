import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { isPure } from "./is-pure.js";
import type { MachineValue } from "./machine.js";
import { compare, truth } from "./operators.js";
import { joinValues } from "./state.js";

/**
 * What a name may still be once a test of it came out so: after `if subnets is None: return` it is not None. Only names
 * that differ by branch have less to say; tests of anything else leave all as it is.
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
    default:
  }
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
