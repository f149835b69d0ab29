import * as vscode from "vscode";
import type { Sessions } from "./sessions.js";

/** What ends the steps of the walkthrough, as context keys that `package.json` names. */
export type Progress = "exampleOpened" | "fixed" | "connected" | "hasPolicy";

const done = new Set<Progress>();

/** A step of the walkthrough was really done. */
export function noteProgress(step: Progress): void {
  if (done.has(step)) return;
  done.add(step);
  void vscode.commands.executeCommand("setContext", `sagemakerPreflight.${step}`, true);
}

/** Looks after each check whether AWS answers, and whether a team asks anything. */
export function followProgress(sessions: Sessions): vscode.Disposable {
  return sessions.onDidCheck((session) => {
    if (session?.account.state.kind === "connected") noteProgress("connected");
    if (session?.environment().policy !== undefined) noteProgress("hasPolicy");
  });
}
