import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { unknown, type MachineValue } from "./machine.js";
import { attributesOf } from "./standard-library.js";

/**
 * What is only read where it stands, so that a copy of an object's own dict is as good as that: `**vars(settings)`,
 * `print(inputs.config)`.
 */
export function evaluateToRead(expression: Expression, context: Context): MachineValue {
  if (isHandedOut(expression, context)) return unknown("it is the object's own", context.span(expression));
  const subject = subjectOf(expression, context);
  if (!subject) return evaluate(expression, context);
  const value = evaluate(subject, context);
  const attributes = attributesOf(value, context);
  if (!attributes) context.escape([value]);
  return attributes ?? unknown("it is the object's own dict", context.span(expression));
}

/** The object of which the expression is the dict. */
function subjectOf(expression: Expression, context: Context): Expression | undefined {
  if (expression.kind === "attribute") return expression.name === "__dict__" ? expression.value : undefined;
  if (expression.kind !== "call" || expression.callee.kind !== "name" || expression.callee.id !== "vars")
    return undefined;
  const [only, ...others] = expression.arguments;
  const isPlain = only !== undefined && others.length === 0 && !only.star && only.name === undefined;
  return isPlain && context.lookup("vars") === undefined ? only.value : undefined;
}

/** It is a part of a library's object, which whoever has it could change. */
function isHandedOut(expression: Expression, context: Context): boolean {
  if (expression.kind !== "attribute" || expression.value.kind !== "name") return false;
  const receiver = context.lookup(expression.value.id);
  const object = receiver && context.object(receiver);
  return (
    object?.kind === "instance" &&
    typeof object.type === "string" &&
    !object.members.has(expression.name) &&
    context.library.handsOut?.(object.type, expression.name) === true
  );
}
