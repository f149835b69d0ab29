import type { Notebook } from "./notebook.js";
import type { Edit } from "./span.js";

/** A replacement in one text, half-open, in UTF-16 code units of the text before any edit. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text with all edits made, or `undefined` when two of them overlap or one lies outside of the text: then
 * nothing is applied. Insertions at the same place are made in the order given; the same edit twice is made once.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const ordered = distinct(edits).sort((a, b) => a.from - b.from || a.to - b.to);
  let result = "";
  let position = 0;
  for (const { from, to, text: replacement } of ordered) {
    if (from < position || to < from || to > text.length) return undefined;
    result += text.slice(position, from) + replacement;
    position = to;
  }
  return result + text.slice(position);
}

/** The notebook with edits made to its cells; `undefined` when they overlap or lie outside: then nothing is applied. */
export function editCells(notebook: Notebook, edits: readonly Edit[]): Notebook | undefined {
  const cells: Notebook["cells"][number][] = [];
  for (const [index, cell] of notebook.cells.entries()) {
    const own = edits.flatMap(({ span: { cell: at, from, to }, text }) =>
      at === index ? [{ from, to, text }] : [],
    );
    const text = own.length === 0 ? cell.text : applyEdits(cell.text, own);
    if (text === undefined) return undefined;
    cells.push(text === cell.text ? cell : { ...cell, text });
  }
  return { ...notebook, cells };
}

function distinct(edits: readonly TextEdit[]): TextEdit[] {
  const seen = new Map(edits.map((edit) => [`${edit.from} ${edit.to} ${edit.text}`, edit]));
  return [...seen.values()];
}
