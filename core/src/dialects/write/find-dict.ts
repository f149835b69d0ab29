import type { DictEntry, Expression } from "../../python/ast.js";
import { parse } from "../../python/parse.js";
import { blankIpython } from "../../notebook/ipython.js";

/** A dict display `{…}` of a cell, with its entries as written. */
export interface DictDisplay {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly DictEntry[];
}

let last: { text: string; displays: readonly DictDisplay[] } | undefined;

/** The dict display that takes exactly this range; undefined for `dict(…)` and whatever else makes a dict. */
export function dictDisplayAt(text: string, from: number, to: number): DictDisplay | undefined {
  if (text[from] !== "{" || text[to - 1] !== "}") return undefined;
  // Fixes of one report look into the same few cells, one after the other
  if (last?.text !== text) last = { text, displays: displaysIn(parse(blankIpython(text).python).statements) };
  return last.displays.find((display) => display.from === from && display.to === to);
}

function displaysIn(root: unknown): DictDisplay[] {
  const found: DictDisplay[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (isDict(node)) found.push(node);
    Object.values(node).forEach(visit);
  };
  visit(root);
  return found;
}

function isDict(node: object): node is Extract<Expression, { kind: "dict" }> {
  return "kind" in node && node.kind === "dict";
}
