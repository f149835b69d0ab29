import type { Cell, Notebook } from "./notebook.js";

/** Whether the notebook has a `with` statement, or opens a Run of SageMaker's experiments without one. */
export function opensContexts({ cells }: Notebook): boolean {
  return cells.some((cell) => cell.kind === "code" && opens(cell));
}

const opening =
  /^[ \t]*(?:async[ \t]+)?with\b|\b(?:load_run|Run|enter_context|__enter__)[ \t]*\(|\bsagemaker\.experiments\b/m;

/** A cell that nobody edits is searched once. */
const remembered = new WeakMap<Cell, boolean>();

function opens(cell: Cell): boolean {
  const known = remembered.get(cell) ?? opening.test(cell.text);
  remembered.set(cell, known);
  return known;
}
