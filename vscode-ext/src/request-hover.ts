import * as vscode from "vscode";
import { requestInWords, requestNamedAt } from "@sagemaker-preflight/core";
import type { Sessions } from "./sessions.js";
import { plainMarkdown } from "./status-bar.js";

/** On the name of a job's call: the request in short, as AWS would get it. */
export class RequestHover implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const checked = this.sessions.of(document)?.current();
    if (checked === undefined) return undefined;
    const cell = checked.snapshot.cells.findIndex((candidate) => candidate.document === document);
    const request = requestNamedAt(checked.report, { cell, offset: document.offsetAt(position) });
    if (request === undefined) return undefined;
    const { from, to } = request.nameSpan;
    return new vscode.Hover(
      plainMarkdown(request.operation, requestInWords(request)),
      new vscode.Range(document.positionAt(from), document.positionAt(to)),
    );
  }
}
