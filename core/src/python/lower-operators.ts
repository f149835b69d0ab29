import type { Expression } from "./ast.js";
import { invalid, type Lowering } from "./lowering.js";
import type { Raw } from "./raw-tree.js";

export function lowerConditional(raw: Raw, lowering: Lowering): Expression {
  const { from, to, children } = raw;
  const test = children.findIndex(({ name }) => name === "if");
  const otherwise = children.findIndex(({ name }) => name === "else");
  if (test < 1 || otherwise < test) return invalid(from, to);
  return {
    kind: "conditional",
    then: lowering.one(children.slice(0, test), from, to),
    test: lowering.one(children.slice(test + 1, otherwise), from, to),
    otherwise: lowering.one(children.slice(otherwise + 1), from, to),
    from,
    to,
  };
}

export function lowerUnary(raw: Raw, lowering: Lowering): Expression {
  const { from, to, children } = raw;
  const [sign, ...rest] = children;
  if (sign?.name === "not") return logical(raw, lowering);
  return {
    kind: "unary",
    operator: sign ? lowering.slice(sign) : "",
    operand: lowering.one(rest, from, to),
    from,
    to,
  };
}

/**
 * `and`, `or` and `not` by Python's precedence. The Lezer grammar lets `not` take all of `a and b or c`, so the
 * operands are laid out flat and put together anew; what is in parentheses is one operand.
 */
function logical(raw: Raw, lowering: Lowering): Expression {
  const tokens = flatten(raw);
  let at = 0;
  const negation = (): Expression => {
    const token = tokens[at++];
    if (!token) return invalid(raw.from, raw.to);
    if (token.name !== "not") return lowering.one([token], raw.from, raw.to);
    const operand = negation();
    return { kind: "unary", operator: "not", operand, from: token.from, to: operand.to };
  };
  const chain = (operator: "and" | "or", operand: () => Expression) => (): Expression => {
    let left = operand();
    while (tokens[at]?.name === operator) {
      at++;
      const right = operand();
      left = { kind: "boolean", operator, left, right, from: left.from, to: right.to };
    }
    return left;
  };
  return chain("or", chain("and", negation))();
}

export function lowerBinary(raw: Raw, lowering: Lowering): Expression {
  const { from, to, children } = raw;
  const left = children[0];
  const right = children.at(-1);
  if (!left || !right || children.length < 3 || children.some(({ name }) => name === "⚠"))
    return invalid(from, to);
  const operator = children
    .slice(1, -1)
    .map((token) => lowering.slice(token))
    .join(" ");
  if (operator === "and" || operator === "or") return logical(raw, lowering);
  const a = lowering.expression(left);
  const b = lowering.expression(right);
  if (!comparisons.has(operator)) return { kind: "binary", operator, left: a, right: b, from, to };
  // Lezer nests `a < b < c` to the left; in parentheses it would be another node
  const chained = left.name === "BinaryExpression" && a.kind === "compare";
  return chained
    ? { kind: "compare", left: a.left, rest: [...a.rest, { operator, right: b }], from, to }
    : { kind: "compare", left: a, rest: [{ operator, right: b }], from, to };
}

function flatten(raw: Raw): Raw[] {
  const [first, second, third] = raw.children;
  if (raw.name === "UnaryExpression" && first?.name === "not" && second) return [first, ...flatten(second)];
  if (
    raw.name === "BinaryExpression" &&
    first &&
    third &&
    (second?.name === "and" || second?.name === "or")
  ) {
    return [...flatten(first), second, ...flatten(third)];
  }
  return [raw];
}

const comparisons: ReadonlySet<string> = new Set([
  "<",
  ">",
  "<=",
  ">=",
  "==",
  "!=",
  "in",
  "not in",
  "is",
  "is not",
]);
