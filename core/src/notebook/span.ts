/**
 * Half-open range of UTF-16 code units in the text of one cell: what CodeMirror, VS Code and JavaScript
 * strings count. `cell` is 0-based over all cells of the notebook, markdown cells too; a `.py` file is cell 0.
 */
export interface Span {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** Replaces the text of a span, in the cell text that the check saw. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
