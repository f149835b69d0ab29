import type { ISharedNotebook } from "@jupyter/ydoc";
import type { Cell } from "@jupyterlab/cells";
import type { CodeEditor } from "@jupyterlab/codeeditor";
import type { Notebook, NotebookPanel } from "@jupyterlab/notebook";
import type { Span } from "@sagemaker-preflight/core";
import { select, type CheckedView, type RevealOptions } from "./checked-view.js";

/** Milliseconds to wait for a cell that was out of view. */
const viewDeadline = 3_000;

/** Milliseconds between two looks at the cell. */
const lookEvery = 50;

export class NotebookView implements CheckedView {
  readonly what = "notebook";
  readonly checkedAs = "notebook";

  constructor(readonly widget: NotebookPanel) {}

  get shared(): ISharedNotebook {
    return this.widget.context.model.sharedModel;
  }

  get source(): ISharedNotebook {
    return this.shared;
  }

  get kernelName(): string | undefined {
    const metadata = this.shared.getMetadata("kernelspec") as { readonly name?: string } | undefined;
    return this.widget.sessionContext.session?.kernel?.name ?? metadata?.name;
  }

  get kernelChanged(): NotebookPanel["sessionContext"]["kernelChanged"] {
    return this.widget.sessionContext.kernelChanged;
  }

  get active(): CheckedView["active"] {
    const cell = this.widget.content.activeCell;
    return cell === null ? undefined : { cell: cell.model.sharedModel, editor: cell.editor };
  }

  async reveal(cellId: string, span: Pick<Span, "from" | "to">, options?: RevealOptions): Promise<void> {
    const notebook = this.widget.content;
    const index = notebook.widgets.findIndex(({ model }) => model.sharedModel.getId() === cellId);
    const cell = notebook.widgets[index];
    if (cell === undefined) return;
    notebook.deselectAll();
    notebook.activeCellIndex = index;
    const editor = await inView(notebook, cell);
    if (editor === undefined) return;
    notebook.mode = "edit";
    select(editor, span, options);
  }
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

/** By what is drawn: of a cell that JupyterLab 4.2 has put back into the page it may say that it is not attached. */
function isInView(notebook: Notebook, cell: Cell): boolean {
  const [frame, { top, bottom }] = [notebook.node.getBoundingClientRect(), cell.node.getBoundingClientRect()];
  return top < bottom && top < frame.bottom && bottom > frame.top;
}
