import type * as vscode from "vscode";
import { questionKey, type Finding } from "@sagemaker-preflight/core";
import type { Checked, NotebookSession } from "./notebook-session.js";

/** Candidates may depend on candidates: first the VPCs, then their subnets, then what decides whether those would do. */
const maxRounds = 5;

/**
 * Has the questions answered whose answers would give more fixes, and checks again.
 *
 * @param findingsOf The findings that the user wants fixes for.
 * @param deadline Milliseconds for all of it; what is known by then is in the report.
 * @returns A report of the text of now.
 */
export async function askForFixes(
  session: NotebookSession,
  findingsOf: (checked: Checked) => readonly Finding[],
  deadline: number,
  token?: vscode.CancellationToken,
): Promise<Checked | undefined> {
  const end = Date.now() + deadline;
  const asked = new Set<string>();
  for (let round = 0; round < maxRounds; round++) {
    const checked = session.current();
    if (checked === undefined) return undefined;
    const open = findingsOf(checked)
      .flatMap(({ asks }) => asks)
      .filter((question) => !asked.has(questionKey(question)));
    if (open.length === 0 || Date.now() >= end || token?.isCancellationRequested === true) return checked;
    for (const question of open) asked.add(questionKey(question));
    await session.account.ask(open, end - Date.now(), token);
    session.checkNow();
  }
  return session.current();
}
