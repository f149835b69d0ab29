import { applyEdits, type Edit, type Fix } from "@sagemaker-preflight/core";
import {
  editorText,
  isEditable,
  type CheckedCell,
  type CheckedNotebook,
  type SharedCell,
} from "./checked-notebook.js";
import { FileText } from "./file-text.js";

export type Applied =
  | { readonly state: "applied" }
  /** Nothing was changed. `why` is for the user. */
  | { readonly state: "refused"; readonly why: string };

/**
 * Writes a fix into the cells' shared models, so that it reaches cells without an editor and Ctrl+Z takes it back:
 * one undo step for each cell. All or nothing: refused when one of the cells no longer has the text that was checked.
 */
export function applyFix(
  fix: Pick<Fix, "edits">,
  checked: CheckedNotebook,
  present: (cell: CheckedCell) => boolean,
): Applied {
  const byCell = new Map<CheckedCell, Edit[]>();
  for (const edit of fix.edits) {
    const target = checked.cells[edit.span.cell];
    if (target === undefined || !present(target)) return refused("the cell was deleted or moved");
    if (editorText(target.cell.getSource()) !== target.text)
      return refused("the text has changed since it was checked");
    if (target.cell instanceof FileText && target.cell.getSource().includes("\r"))
      return refused("its lines end as on Windows (CRLF), where editors that share it count other places");
    if (!isEditable(target.cell)) return refused("the cell is not editable");
    byCell.set(target, [...(byCell.get(target) ?? []), edit]);
  }
  for (const [{ cell, text: before }, edits] of byCell) {
    if (cell.getSource() !== before) {
      renewCell(
        cell,
        applyEdits(
          before,
          edits.map(({ span, text }) => ({ ...span, text })),
        ),
      );
      continue;
    }
    // From the end, so that the offsets of the earlier edits still hold.
    const backwards = edits.sort((left, right) => right.span.from - left.span.from);
    separateUndoStep(cell);
    cell.transact(() => {
      for (const { span, text } of backwards) cell.updateSource(span.from, span.to, text);
    });
    separateUndoStep(cell);
  }
  return { state: "applied" };
}

/**
 * A cell whose lines end as on Windows: JupyterLab's editors count other places in it than its shared model, and an edit
 * would tear the two apart. It is put there anew, as JupyterLab does with one that is moved, with plain ends of lines.
 */
function renewCell(cell: SharedCell, source: string | undefined): void {
  if (source === undefined || cell instanceof FileText) return;
  const { notebook } = cell;
  const index = notebook?.cells.indexOf(cell) ?? -1;
  if (notebook === null || index < 0) return;
  const json = cell.toJSON();
  separateUndoStep(notebook);
  notebook.transact(() => {
    notebook.deleteCell(index);
    notebook.insertCell(index, { ...json, source });
  });
  separateUndoStep(notebook);
}

function refused(why: string): Applied {
  return { state: "refused", why };
}

/**
 * Yjs joins changes within half a second into one undo step; the fix must not be undone with what was typed.
 *
 * @param of What has an undo stack: a notebook, a cell where cells have their own, or a file.
 */
function separateUndoStep(of: object): void {
  const { undoManager } = of as { readonly undoManager?: { stopCapturing?: () => void } | null };
  undoManager?.stopCapturing?.();
}
