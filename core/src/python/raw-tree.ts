import type { Tree, TreeCursor } from "@lezer/common";
import { deepest } from "./nesting.js";

/** One node of the Lezer tree with its children in an array; comments are left out, tokens are in. */
export interface Raw {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Raw[];
}

/**
 * Copies a tree once, so that the lowering can look at siblings without walking a cursor back and forth.
 * @param offset Of the tree's text in the cell, of which the places are.
 */
export function rawTree(tree: Tree, offset: number): Raw {
  return copy(tree.cursor(), 0, offset);
}

function copy(cursor: TreeCursor, depth: number, offset: number): Raw {
  const { name } = cursor;
  const [from, to] = [cursor.from + offset, cursor.to + offset];
  if (depth > deepest) return { name: "⚠", from, to, children: [] };
  if (!cursor.firstChild()) return { name, from, to, children: [] };
  const children: Raw[] = [];
  do {
    if (cursor.name !== "Comment") children.push(copy(cursor, depth + 1, offset));
  } while (cursor.nextSibling());
  cursor.parent();
  // `case str():` is Python, though the grammar wants a pattern between the parentheses
  const isEmpty = name === "PatternArgList" && children.every((child) => isPunctuation(child));
  if (isEmpty) return { name, from, to, children: [] };
  return { name, from, to, children: isBareYield(name, children) ? children.slice(0, 1) : children };
}

/** The grammar wants a value behind it. */
function isBareYield(name: string, [word, nothing, ...rest]: readonly Raw[]): boolean {
  if (name !== "YieldStatement" && name !== "YieldExpression") return false;
  return word?.name === "yield" && nothing?.name === "⚠" && nothing.from === nothing.to && rest.length === 0;
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
