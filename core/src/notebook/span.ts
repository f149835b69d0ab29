/**
 * Half-open range of UTF-16 code units in the text of one cell: what CodeMirror, VS Code and JavaScript
 * strings count. `cell` is 0-based over all cells of the notebook, markdown cells too; a `.py` file is cell 0.
 */
export interface Span {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** A place as a key of a map. */
export function keyOf({ cell, from, to }: Span): string {
  return `${cell} ${from} ${to}`;
}

/** The inverse of `keyOf`. */
export function spanOf(key: string): Span {
  const [cell = 0, from = 0, to = 0] = key.split(" ").map(Number);
  return { cell, from, to };
}

/** Replaces the text of a span, in the cell text that the check saw. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
