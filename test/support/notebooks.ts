import type { Notebook } from "../../core/src/notebook/notebook.js";

/** A notebook of Python cells. */
export function notebookOf(...cells: readonly string[]): Notebook {
  return { uri: "test.ipynb", cells: cells.map((text) => ({ kind: "code", language: "python", text })) };
}

export interface IpynbOptions {
  readonly indent?: number | string;
  /** How `source` is written. */
  readonly source?: "list" | "string";
  readonly language?: string;
}

/** The text of an `.ipynb` file of nbformat 4.5 with code cells, as Jupyter writes it. */
export function ipynbOf(
  cells: readonly string[],
  { indent = 1, source = "list", language = "python" }: IpynbOptions = {},
): string {
  const content = {
    cells: cells.map((text, i) => ({
      cell_type: "code",
      execution_count: null,
      id: `cell-${i}`,
      metadata: {},
      outputs: [],
      source: source === "string" ? text : (text.match(/[^\n]*\n|[^\n]+/g) ?? []),
    })),
    metadata: { kernelspec: { display_name: language, language, name: language } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return JSON.stringify(content, null, indent) + "\n";
}
