import * as vscode from "vscode";
import {
  canonicalLanguage,
  type Cell,
  type Environment,
  type Notebook,
  type Span,
} from "@sagemaker-preflight/core";

/** A notebook or a Python file, and the editor's documents behind its cells as they were when the text was taken. */
export interface Snapshot {
  readonly notebook: Notebook;
  /** By cell index. */
  readonly cells: readonly { readonly document: vscode.TextDocument; readonly version: number }[];
  /** What the check was told of the files beside it; fixes of files count in these texts. */
  readonly files?: Environment["files"];
}

export type Source = vscode.NotebookDocument | vscode.TextDocument;

export function takeSnapshot(source: Source): Snapshot {
  const cells = documentsOf(source).map((document) => ({ document, version: document.version }));
  const kinds = "getCells" in source ? source.getCells().map(cellKind) : (["code"] as const);
  return {
    notebook: {
      uri: source.uri.toString(),
      cells: cells.map(({ document }, index) => ({
        kind: kinds[index] ?? "code",
        language: canonicalLanguage(document.languageId),
        text: document.getText(),
      })),
    },
    cells,
  };
}

/** The text documents of a source, in the order of its cells. */
export function documentsOf(source: Source): readonly vscode.TextDocument[] {
  return "getCells" in source ? source.getCells().map(({ document }) => document) : [source];
}

/** The editor still holds the text that the snapshot was taken of. */
export function isCurrent(snapshot: Snapshot, source: Source): boolean {
  const documents = documentsOf(source);
  return (
    documents.length === snapshot.cells.length &&
    snapshot.cells.every(
      ({ document, version }, index) => documents[index] === document && document.version === version,
    )
  );
}

/** The place of a span in the editor; undefined for a cell that is not there. */
export function locationOf(snapshot: Snapshot, { cell, from, to }: Span): vscode.Location | undefined {
  const document = snapshot.cells[cell]?.document;
  return (
    document &&
    new vscode.Location(document.uri, new vscode.Range(document.positionAt(from), document.positionAt(to)))
  );
}

function cellKind({ kind, document }: vscode.NotebookCell): Cell["kind"] {
  if (kind === vscode.NotebookCellKind.Markup) return "markdown";
  return document.languageId === "raw" ? "raw" : "code"; // the ipynb serializer opens raw cells as code in "raw"
}
