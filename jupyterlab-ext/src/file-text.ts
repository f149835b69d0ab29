import type { ISharedFile } from "@jupyter/ydoc";

/** A file as JupyterLab's editors share it: all of it is one code cell, so that it is checked as a notebook's is. */
export class FileText {
  static readonly #known = new WeakMap<ISharedFile, FileText>();
  static #count = 0;
  readonly #id = `file ${FileText.#count++}`;
  readonly cell_type = "code";

  /** The same one for all views of a file. */
  static of(file: ISharedFile): FileText {
    const known = this.#known.get(file) ?? new FileText(file);
    this.#known.set(file, known);
    return known;
  }

  private constructor(readonly file: ISharedFile) {}

  get changed(): ISharedFile["changed"] {
    return this.file.changed;
  }

  /** Yjs's, which the interface does not name. */
  get undoManager(): unknown {
    return (this.file as { readonly undoManager?: unknown }).undoManager;
  }

  /** Of no other file or cell. */
  getId(): string {
    return this.#id;
  }

  getSource(): string {
    return this.file.getSource();
  }

  updateSource(from: number, to: number, text: string): void {
    this.file.updateSource(from, to, text);
  }

  transact(change: () => void): void {
    this.file.transact(change);
  }
}

/** A file as what is checked. */
export class FileSource {
  readonly cells: readonly [FileText];

  /** @param language As an editor names it: `python`, `shellscript`. */
  constructor(
    readonly file: ISharedFile,
    private readonly language: string,
  ) {
    this.cells = [FileText.of(file)];
  }

  get changed(): ISharedFile["changed"] {
    return this.file.changed;
  }

  /** That of a notebook in the file's language. */
  getMetadata(): Readonly<Record<string, unknown>> {
    return { language_info: { name: this.language } };
  }
}

/** The language of a file that is checked, by its name; undefined for one that is not. */
export function languageOfFile(path: string): string | undefined {
  if (/\.py$/i.test(path)) return "python";
  return /\.sh$/i.test(path) ? "shellscript" : undefined;
}
