import type { EditorView } from "@codemirror/view";
import type { CodeEditor } from "@jupyterlab/codeeditor";

/** JupyterLab's editors are CodeMirror's; its own class is not there to be tested against in other versions. */
export function viewOf(editor: CodeEditor.IEditor): EditorView {
  return (editor as unknown as { readonly editor: EditorView }).editor;
}
