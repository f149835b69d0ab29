import type { Notebook } from "../src/notebook/notebook.js";
import type { Report } from "../src/report.js";
import type { FoundJob } from "./find-jobs.js";
import type { AppliedFix } from "./fix-files.js";
import { Lines } from "./position.js";

/** What there is to say of one path. */
export interface CheckedFile {
  readonly path: string;
  /** Why the file could not be read or written; what follows is then absent or of the text in memory. */
  readonly error: string | null;
  readonly notebook?: Notebook;
  /** The file as it was read. */
  readonly text?: string;
  readonly report?: Report;
  readonly applied?: readonly AppliedFix[];
  /** It is no file but a job that SageMaker has already: there is nothing to edit. */
  readonly job?: FoundJob;
}

/** The lines of each cell, made when first asked for. */
export class CellLines {
  readonly #notebook: Notebook;
  readonly #lines = new Map<number, Lines>();

  constructor(notebook: Notebook) {
    this.#notebook = notebook;
  }

  of(cell: number): Lines {
    let lines = this.#lines.get(cell);
    if (lines === undefined)
      this.#lines.set(cell, (lines = new Lines(this.#notebook.cells[cell]?.text ?? "")));
    return lines;
  }
}
