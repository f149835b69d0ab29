import type { Tree, TreeCursor } from "@lezer/common";
import { deepest } from "./nesting.js";

/** One node of the Lezer tree with its children in an array; comments are left out, tokens are in. */
export interface Raw {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Raw[];
}

/** Copies a tree once, so that the lowering can look at siblings without walking a cursor back and forth. */
export function rawTree(tree: Tree): Raw {
  return copy(tree.cursor(), 0);
}

function copy(cursor: TreeCursor, depth: number): Raw {
  const { name, from, to } = cursor;
  if (depth > deepest) return { name: "⚠", from, to, children: [] };
  if (!cursor.firstChild()) return { name, from, to, children: [] };
  const children: Raw[] = [];
  do {
    if (cursor.name !== "Comment") children.push(copy(cursor, depth + 1));
  } while (cursor.nextSibling());
  cursor.parent();
  // `case str():` is Python, though the grammar wants a pattern between the parentheses
  const isEmpty = name === "PatternArgList" && children.every((child) => isPunctuation(child));
  return { name, from, to, children: isEmpty ? [] : children };
}

/** A parenthesis, or an error where nothing was found. */
function isPunctuation({ name, children }: Raw): boolean {
  if (name === "(" || name === ")") return true;
  return name === "⚠"
    ? children.every(isPunctuation)
    : name === "LiteralPattern" && children.every(isPunctuation);
}

export function hasError(raw: Raw): boolean {
  return raw.name === "⚠" || raw.children.some(hasError);
}
