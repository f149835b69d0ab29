import type { DictEntry } from "../../python/ast.js";
import { expressionAt } from "./find-expressions.js";

/** A dict display `{…}` of a cell, with its entries as written. */
export interface DictDisplay {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly DictEntry[];
}

/** The dict display that takes exactly this range; undefined for `dict(…)` and whatever else makes a dict. */
export function dictDisplayAt(text: string, from: number, to: number): DictDisplay | undefined {
  if (text[from] !== "{" || text[to - 1] !== "}") return undefined;
  return expressionAt(text, "dict", from, to);
}
