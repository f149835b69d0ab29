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
  return { name, from, to, children };
}

export function hasError(raw: Raw): boolean {
  return raw.name === "⚠" || raw.children.some(hasError);
}
