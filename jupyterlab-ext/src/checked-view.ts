import type { CodeEditor } from "@jupyterlab/codeeditor";
import type { DocumentRegistry } from "@jupyterlab/docregistry";
import type { ISignal } from "@lumino/signaling";
import type { Span } from "@sagemaker-preflight/core";
import type { Widget } from "@lumino/widgets";
import type { SharedCell } from "./checked-notebook.js";
import { viewOf } from "./editor-view.js";
import { showCards } from "./finding-tooltips.js";
import type { SessionOptions, SharedNotebook } from "./notebook-session.js";

/** One view of what is checked: a notebook's panel, or the editor of a file. */
export interface CheckedView {
  /** What JupyterLab has in its main area. */
  readonly widget: Widget & { readonly context: DocumentRegistry.Context };
  readonly what: SessionOptions["what"];
  /** What it shares with the other views of it. */
  readonly shared: object;
  /** What it is taken for: a notebook, or a file's language. Undefined: it is not checked. */
  readonly checkedAs: string | undefined;
  /** Undefined for what is not checked. */
  readonly source: SharedNotebook | undefined;
  /** Of a notebook's kernel; before there is one, that of the notebook's metadata. */
  readonly kernelName?: string | undefined;
  readonly kernelChanged?: ISignal<unknown, unknown>;
  /** The text that the caret is in; its editor is absent while the cell is out of view. */
  readonly active: { readonly cell: SharedCell; readonly editor: CodeEditor.IEditor | null } | undefined;
  /**
   * Brings a span into view, selects it and puts the focus there; nothing happens when its cell is gone.
   *
   * @param cellId `getId()` of its cell.
   */
  reveal(cellId: string, span: Pick<Span, "from" | "to">, options?: RevealOptions): Promise<void>;
}

export interface RevealOptions {
  /** Shows what is to be said of it, too. */
  readonly withCards?: boolean;
}

/** Selects a span in an editor that is in view. */
export function select(
  editor: CodeEditor.IEditor,
  span: Pick<Span, "from" | "to">,
  { withCards = false }: RevealOptions = {},
): void {
  editor.focus();
  const [start, end] = [editor.getPositionAt(span.from), editor.getPositionAt(span.to)];
  if (start === undefined || end === undefined) return;
  // The caret ends at the start, so that the next look for a problem goes on from here.
  editor.setSelection({ start: end, end: start });
  editor.revealPosition(start);
  if (withCards) viewOf(editor).dispatch({ effects: showCards.of(span.from) });
}
