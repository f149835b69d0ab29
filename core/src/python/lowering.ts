import type { Expression } from "./ast.js";
import type { Raw } from "./raw-tree.js";

/** What the readers of one kind of expression need to read the expressions inside it. */
export interface Lowering {
  expression(raw: Raw): Expression;
  /** Several siblings as one expression: a bare `a, b` is a tuple. */
  one(raws: readonly Raw[], from: number, to: number): Expression;
  slice(place: { readonly from: number; readonly to: number }): string;
}

/** Why nothing is known of what stands where an expression belongs. */
export const notPython = "it is not valid Python";

export function invalid(from: number, to: number): Expression {
  return { kind: "invalid", why: notPython, from, to };
}
