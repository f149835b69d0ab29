import type { Edit } from "../../notebook/span.js";

/** Insertions at one place become one edit, in the order they were made; undefined when edits overlap. */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] | undefined {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const { cell, from, to } = edit.span;
    const same = merged.findIndex(({ span }) => span.cell === cell && span.from === from && span.to === to);
    const old = merged[same];
    if (old && from === to) merged[same] = { span: old.span, text: old.text + edit.text };
    else if (old) {
      if (old.text !== edit.text) return undefined;
    } else merged.push(edit);
  }
  const overlap = merged.some((one) => merged.some((other) => one !== other && overlaps(one, other)));
  return overlap ? undefined : merged;
}

function overlaps({ span: one }: Edit, { span: other }: Edit): boolean {
  return one.cell === other.cell && one.from < other.to && other.from < one.to;
}
