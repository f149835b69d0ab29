import type { IDocumentWidget } from "@jupyterlab/docregistry";
import type { FileEditor } from "@jupyterlab/fileeditor";
import type { ISharedFile } from "@jupyter/ydoc";
import type { Span } from "@sagemaker-preflight/core";
import { select, type CheckedView, type RevealOptions } from "./checked-view.js";
import { FileSource, FileText, languageOfFile } from "./file-text.js";

/** A file in JupyterLab's text editor: Python and shell scripts are checked. */
export class FileView implements CheckedView {
  readonly what = "file";
  readonly widget: CheckedView["widget"];

  constructor(private readonly editor: IDocumentWidget<FileEditor>) {
    this.widget = editor;
  }

  get shared(): ISharedFile {
    return this.widget.context.model.sharedModel as ISharedFile;
  }

  get checkedAs(): string | undefined {
    return languageOfFile(this.widget.context.path);
  }

  get source(): FileSource | undefined {
    const language = this.checkedAs;
    return language === undefined ? undefined : new FileSource(this.shared, language);
  }

  get active(): CheckedView["active"] {
    return { cell: FileText.of(this.shared), editor: this.editor.content.editor };
  }

  reveal(_: string, span: Pick<Span, "from" | "to">, options?: RevealOptions): Promise<void> {
    select(this.editor.content.editor, span, options);
    return Promise.resolve();
  }
}
