import type { Cell } from "@jupyterlab/cells";
import type { CodeEditor } from "@jupyterlab/codeeditor";
import type { Notebook, NotebookPanel } from "@jupyterlab/notebook";
import type { Finding, Span } from "@sagemaker-preflight/core";
import { inOrder } from "./checked-notebook.js";
import { viewOf } from "./editor-view.js";
import { showCards } from "./finding-tooltips.js";
import type { NotebookSession } from "./notebook-session.js";

/** Milliseconds to wait for a cell that was out of view. */
const viewDeadline = 3_000;

/** Milliseconds between two looks at the cell. */
const lookEvery = 50;

/**
 * Brings a span of a cell into view, selects it and puts the focus there; nothing happens when the cell is gone.
 *
 * @param withCards Shows what is to be said of it, too.
 */
export async function reveal(
  panel: NotebookPanel,
  cellId: string,
  span: Pick<Span, "from" | "to">,
  { withCards = false } = {},
): Promise<void> {
  const notebook = panel.content;
  const index = notebook.widgets.findIndex(({ model }) => model.sharedModel.getId() === cellId);
  const cell = notebook.widgets[index];
  if (cell === undefined) return;
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  const editor = await inView(notebook, cell);
  if (editor === undefined) return;
  notebook.mode = "edit";
  editor.focus();
  const [start, end] = [editor.getPositionAt(span.from), editor.getPositionAt(span.to)];
  if (start === undefined || end === undefined) return;
  // The caret ends at the start, so that the next look for a problem goes on from here.
  editor.setSelection({ start: end, end: start });
  editor.revealPosition(start);
  if (withCards) viewOf(editor).dispatch({ effects: showCards.of(span.from) });
}

/**
 * Scrolls to a cell and waits until it has its editor. A cell that JupyterLab puts off until it is idle is drawn now. A scroll that is
 * under way is broken off where JupyterLab scrolls of its own accord: then it is asked again.
 *
 * @returns Nothing when the cell is gone, or something else has been gone to in the meantime.
 */
async function inView(notebook: Notebook, cell: Cell): Promise<CodeEditor.IEditor | undefined> {
  const last = Date.now() + viewDeadline;
  while (Date.now() < last && !cell.isDisposed && notebook.activeCell === cell) {
    if (cell.isPlaceholder() && notebook.notebookConfig.windowingMode !== "full")
      notebook.renderCellOutputs(notebook.activeCellIndex);
    await notebook.scrollToItem(notebook.activeCellIndex, "smart").catch(() => undefined);
    if (cell.editor !== null && isInView(notebook, cell)) return cell.editor;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  return undefined;
}

function isInView(notebook: Notebook, cell: Cell): boolean {
  const [frame, { top, bottom }] = [notebook.node.getBoundingClientRect(), cell.node.getBoundingClientRect()];
  return cell.isAttached && top < bottom && top < frame.bottom && bottom > frame.top;
}

/** The next finding after the caret, or the one before it; round the end of the notebook. */
export function neighbour(
  panel: NotebookPanel,
  session: NotebookSession,
  direction: "next" | "previous",
): Finding | undefined {
  const findings = inOrder(session.checked?.report.findings ?? []);
  const { activeCell } = panel.content;
  const cell =
    session.checked?.cells.findIndex((checked) => checked.cell === activeCell?.model.sharedModel) ?? 0;
  const editor = activeCell?.editor;
  const offset = editor ? editor.getOffsetAt(editor.getCursorPosition()) : -1;
  const comesAfter = ({ span }: Finding) => span.cell > cell || (span.cell === cell && span.from > offset);
  const comesBefore = ({ span }: Finding) => span.cell < cell || (span.cell === cell && span.from < offset);
  if (direction === "next") return findings.find(comesAfter) ?? findings[0];
  return findings.filter(comesBefore).at(-1) ?? findings.at(-1);
}
