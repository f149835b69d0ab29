/** One cell as its editor holds it: `text` is unchanged, magics included. */
export interface Cell {
  readonly kind: "code" | "markdown" | "raw";
  /** `python` for ordinary code cells; a host's language id otherwise. */
  readonly language: string;
  readonly text: string;
}

/** A notebook, or a `.py` file as one cell. `uri` only names it; nothing is read from there. */
export interface Notebook {
  readonly uri: string;
  readonly cells: readonly Cell[];
}
