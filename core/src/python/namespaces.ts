import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { unknown, type MachineValue } from "./machine.js";

/** `globals()`, whose items are the notebook's names. */
export function isNamespace(expression: Expression): boolean {
  return (
    expression.kind === "call" &&
    expression.callee.kind === "name" &&
    /^(?:globals|locals|vars)$/.test(expression.callee.id) &&
    expression.arguments.length === 0
  );
}

/**
 * `globals()["subnets"]` is what the name has. Which one it is where the key is not known nobody tells, so that what is
 * done to it may be done to any.
 */
export function itemOfNamespace(
  key: Expression | { readonly kind: "slice" },
  context: Context,
  valueOf: (name: Expression) => MachineValue,
): MachineValue {
  const isGlobal = context.frame.parent === undefined;
  if (isGlobal && key.kind === "constant" && typeof key.data === "string")
    return valueOf({ kind: "name", id: key.data, from: key.from, to: key.to });
  context.escapeNames();
  return unknown("it is one of the notebook's names");
}
