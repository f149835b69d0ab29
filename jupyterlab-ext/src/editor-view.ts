import type { ISharedCell, ISharedFile } from "@jupyter/ydoc";
import type { EditorView } from "@codemirror/view";
import type { CodeEditor } from "@jupyterlab/codeeditor";
import type { SharedCell } from "./checked-notebook.js";
import { FileText } from "./file-text.js";

/** JupyterLab's editors are CodeMirror's; its own class is not there to be tested against in other versions. */
export function viewOf(editor: CodeEditor.IEditor): EditorView {
  return (editor as unknown as { readonly editor: EditorView }).editor;
}

/** The code that an editor is of; undefined for Markdown cells, whose media type is Python-like too. */
export function sharedCell({ sharedModel }: CodeEditor.IModel): SharedCell | undefined {
  const shared = sharedModel as unknown as ISharedFile | ISharedCell;
  if (!("cell_type" in shared)) return FileText.of(shared);
  return shared.cell_type === "code" ? shared : undefined;
}
