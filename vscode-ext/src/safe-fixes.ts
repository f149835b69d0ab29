import type * as vscode from "vscode";
import { applySafeFixes, createChecker, editsBetween, type Edit } from "@sagemaker-preflight/core";
import { askForFixes } from "./ask-for-fixes.js";
import type { NotebookSession } from "./notebook-session.js";
import type { Snapshot } from "./read-notebook.js";

/** Edits that go together, and the text that they are for. */
export interface SafeFixes {
  readonly snapshot: Snapshot;
  readonly edits: readonly Edit[];
  /** How many fixes these edits are. */
  readonly applied: number;
}

/**
 * All safe fixes of a document as one edit; asks AWS for the candidates first.
 *
 * @param deadline Milliseconds to wait for AWS.
 * @returns Undefined when there is nothing to fix.
 */
export async function safeFixEdits(
  session: NotebookSession,
  deadline: number,
  token?: vscode.CancellationToken,
): Promise<SafeFixes | undefined> {
  const checked = await askForFixes(session, ({ report }) => report.findings, deadline, token);
  if (checked === undefined) return undefined;
  const { snapshot } = checked;
  const check = createChecker();
  const environment = session.environment();
  const { notebook, applied } = applySafeFixes(snapshot.notebook, (next) => check(next, environment));
  const edits = editsBetween(snapshot.notebook, notebook);
  return edits.length === 0 ? undefined : { snapshot, edits, applied };
}
