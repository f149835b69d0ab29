import {
  applyEdits,
  type Edit,
  type Finding,
  type Fix,
  type Notebook,
  type Report,
} from "@sagemaker-preflight/core";

/**
 * The texts of all cells with every safe fix applied, one finding after the other and checked in between: fixes of
 * one call change the same place, and what one of them adds may answer the next.
 *
 * @returns The new notebook and how many fixes went in; the same notebook object when there is nothing to do.
 */
export function applySafeFixes(
  notebook: Notebook,
  check: (notebook: Notebook) => Report,
): { readonly notebook: Notebook; readonly applied: number } {
  let current = notebook;
  let applied = 0;
  const given = new Set<string>();
  while (applied < maxFixes) {
    // A fix that leaves its finding as it was is not tried again.
    const next = check(current)
      .findings.map(safeFixOf)
      .find((fix) => fix !== undefined && !given.has(keyOf(fix)));
    if (next === undefined) break;
    given.add(keyOf(next));
    const after = withEdits(current, next.edits);
    if (after === undefined) continue;
    current = after;
    applied++;
  }
  return { notebook: current, applied };
}

/** More than any notebook has findings. */
const maxFixes = 200;

function keyOf({ title, edits }: Fix): string {
  return JSON.stringify([title, edits]);
}

/** The first safe fix: what "fix all" takes, and what an editor prefers. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safety }) => safety === "safe");
}

/** The notebook after the edits; undefined when they overlap. */
function withEdits(notebook: Notebook, edits: readonly Edit[]): Notebook | undefined {
  const texts = notebook.cells.map(({ text }, index) => {
    const ofCell = edits.flatMap(({ span, text: written }) =>
      span.cell === index ? [{ from: span.from, to: span.to, text: written }] : [],
    );
    return applyEdits(text, ofCell);
  });
  if (texts.includes(undefined)) return undefined;
  return {
    ...notebook,
    cells: notebook.cells.map((cell, index) => ({ ...cell, text: texts[index] ?? cell.text })),
  };
}
