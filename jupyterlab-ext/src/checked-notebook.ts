import type { ISharedCell } from "@jupyter/ydoc";
import {
  gravity,
  languageOf,
  type Environment,
  type Finding,
  type Notebook,
  type Report,
} from "@sagemaker-preflight/core";
import { FileText } from "./file-text.js";

/** What has a text of its own that is checked, as all its views share it. */
export type SharedCell = ISharedCell | FileText;

/** A cell and the text of it that was checked; the cell may have another text, or be deleted, by now. */
export interface CheckedCell {
  readonly cell: SharedCell;
  /** As an editor has it. */
  readonly text: string;
}

/** A report and the cells that its spans count in. */
export interface CheckedNotebook {
  readonly cells: readonly CheckedCell[];
  readonly report: Report;
  /** What the check was told of the files beside it; fixes of files count in these texts. */
  readonly files?: Environment["files"];
}

/** What `readCells` takes of JupyterLab's shared notebook, or of a file. */
export interface CellSource {
  readonly cells: readonly SharedCell[];
  /** Undefined while a shared document is still empty, whatever its type says. */
  getMetadata(): Readonly<Record<string, unknown>> | undefined;
}

/** What shares the changes of a cell: its notebook, or its file. Null: a cell of neither, in a console say. */
export function sharedBy(cell: SharedCell): object | null {
  return cell instanceof FileText ? cell.file : cell.notebook;
}

/** Nobody has locked it. */
export function isEditable(cell: SharedCell): boolean {
  return cell instanceof FileText || cell.getMetadata("editable") !== false;
}

export function readCells(notebook: CellSource): CheckedCell[] {
  return notebook.cells.map((cell) => ({ cell, text: editorText(cell.getSource()) }));
}

/** A source as editors have it, who count one character for every end of a line: files may have `\r\n`. */
export function editorText(source: string): string {
  return source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
}

/** The notebook as the check takes it. Cells have no language of their own in JupyterLab: the notebook's applies. */
export function asNotebook(uri: string, notebook: CellSource, cells: readonly CheckedCell[]): Notebook {
  const language = languageOf(notebook.getMetadata());
  return {
    uri,
    cells: cells.map(({ cell, text }) => ({
      kind: cell.cell_type === "code" ? "code" : cell.cell_type === "markdown" ? "markdown" : "raw",
      language: cell.cell_type === "code" ? language : "markdown",
      text,
    })),
  };
}

export function sameCells(left: readonly CheckedCell[], right: readonly CheckedCell[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ cell, text }, index) => right[index]?.cell === cell && right[index].text === text)
  );
}

/** The findings in one cell, from its start to its end; null when the cell was not checked with this text. */
export function findingsOf(
  checked: CheckedNotebook | undefined,
  cell: SharedCell,
  text: string,
): Finding[] | null {
  const index = checkedIndex(checked, cell, text);
  if (checked === undefined || index === undefined) return null;
  return inOrder(checked.report.findings.filter(({ span }) => span.cell === index));
}

/** The number of a cell in the report; undefined when it was not checked with this text. */
export function checkedIndex(
  checked: CheckedNotebook | undefined,
  cell: SharedCell,
  text: string,
): number | undefined {
  const index = checked?.cells.findIndex((candidate) => candidate.cell === cell) ?? -1;
  return checked?.cells[index]?.text === text ? index : undefined;
}

/** By place, then the gravest first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (left, right) =>
      left.span.cell - right.span.cell ||
      left.span.from - right.span.from ||
      gravity[left.severity] - gravity[right.severity],
  );
}
