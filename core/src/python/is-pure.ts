import type { Expression, Slice } from "./ast.js";

/** Methods and functions that only look, of texts, dicts and lists. */
const looking: ReadonlySet<string> = new Set(
  (
    "bool capitalize casefold endswith find float format get int isalnum isalpha isdigit isinstance islower isupper " +
    "len lower lstrip lstrip partition removeprefix removesuffix repr replace rfind rpartition rsplit rstrip split " +
    "startswith str strip title type upper zfill"
  ).split(" "),
);

/** The same of all that a comprehension does for its items. */
export function isPureComprehension({
  element,
  value,
  clauses,
}: Extract<Expression, { kind: "comprehension" }>): boolean {
  return (
    isPure(element) &&
    isPure(value) &&
    clauses.every(({ iterable, conditions }) => isPure(iterable) && conditions.every(isPure))
  );
}

/**
 * Whether evaluating it changes nothing that is followed, so that it makes no difference whether and how often Python
 * does.
 */
export function isPure(expression: Expression | Slice | undefined): boolean {
  if (!expression) return true;
  switch (expression.kind) {
    case "name":
    case "constant":
    case "lambda":
    case "invalid":
      return true;
    case "joined":
      return expression.parts.every((part) => typeof part === "string" || isPure(part.value));
    case "attribute":
      return isPure(expression.value);
    case "subscript":
      return isPure(expression.value) && isPure(expression.index);
    case "slice":
      return isPure(expression.lower) && isPure(expression.upper) && isPure(expression.step);
    case "sequence":
      return expression.items.every(isPure);
    case "dict":
      return expression.entries.every(({ key, value }) => isPure(key) && isPure(value));
    case "conditional":
      return isPure(expression.test) && isPure(expression.then) && isPure(expression.otherwise);
    case "unary":
      return isPure(expression.operand);
    case "binary":
    case "boolean":
      return isPure(expression.left) && isPure(expression.right);
    case "compare":
      return isPure(expression.left) && expression.rest.every(({ right }) => isPure(right));
    case "starred":
      return isPure(expression.value);
    case "call": {
      const { callee } = expression;
      const name = callee.kind === "attribute" ? callee.name : callee.kind === "name" ? callee.id : undefined;
      return (
        name !== undefined &&
        looking.has(name) &&
        (callee.kind === "name" || isPure(callee)) &&
        expression.arguments.every(({ value }) => isPure(value))
      );
    }
    case "comprehension":
      return isPureComprehension(expression);
    default:
      return false;
  }
}
