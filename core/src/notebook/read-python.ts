import { applyEdits } from "./apply-edits.js";
import type { Notebook } from "./notebook.js";
import type { Edit } from "./span.js";

/**
 * A `.py` file as one code cell, cell 0, so that positions in the cell are the file's. Files in percent format
 * (`# %%`) too: their cells run in order in one namespace, as a script's lines do. A byte order mark is left out,
 * as editors do.
 *
 * @param language `shellscript` for a `.sh` file, which is one cell too.
 */
export function readPython(text: string, uri: string, language = "python"): { readonly notebook: Notebook } {
  const code = text.startsWith("\ufeff") ? text.slice(1) : text;
  return { notebook: { uri, cells: [{ kind: "code", language, text: code }] } };
}

/** The text of a `.py` file with edits made; the byte order mark stays. */
export function writePython(
  original: string,
  edits: readonly Edit[],
): { readonly text: string } | { readonly problem: string } {
  const mark = original.startsWith("\ufeff") ? "\ufeff" : "";
  const text = applyEdits(
    original.slice(mark.length),
    edits.map(({ span: { from, to }, text }) => ({ from, to, text })),
  );
  return text === undefined ? { problem: "the edits overlap" } : { text: mark + text };
}
