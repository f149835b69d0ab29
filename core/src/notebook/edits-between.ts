import type { Notebook } from "./notebook.js";
import type { Edit } from "./span.js";

/** The smallest single edit of each cell that turns one notebook's texts into the other's. */
export function editsBetween(before: Notebook, after: Notebook): readonly Edit[] {
  return before.cells.flatMap(({ text }, cell) => {
    const written = after.cells[cell]?.text ?? text;
    if (written === text) return [];
    let from = 0;
    while (from < text.length && text[from] === written[from]) from++;
    let tail = 0;
    const room = Math.min(text.length, written.length) - from;
    while (tail < room && text[text.length - 1 - tail] === written[written.length - 1 - tail]) tail++;
    return [
      { span: { cell, from, to: text.length - tail }, text: written.slice(from, written.length - tail) },
    ];
  });
}
