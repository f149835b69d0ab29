import * as vscode from "vscode";
import { regionPattern } from "@sagemaker-preflight/core";
import { createPolicy } from "./create-policy.js";
import { listProfiles } from "./list-profiles.js";
import { openExample } from "./open-example.js";
import { safeFixEdits } from "./safe-fixes.js";
import { pickResource } from "./pick-resource.js";
import { pickCommand, type PickTarget } from "./pick-target.js";
import type { Sessions } from "./sessions.js";
import { choose, settingsOf } from "./settings.js";
import { menuCommand, profileCommand } from "./status-bar.js";
import { noteProgress } from "./walkthrough-progress.js";
import { changedMeanwhile, saveFilesCommand, toWorkspaceEdit } from "./fix-actions.js";
import { whyNotAsked } from "./why-nothing.js";

/** Milliseconds that "apply all safe fixes" waits for AWS. */
const fixAllDeadline = 15_000;

export function registerCommands(
  sessions: Sessions,
  log: vscode.LogOutputChannel,
  { id, extensionUri }: vscode.Extension<unknown>,
): vscode.Disposable {
  const commands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    "sagemakerPreflight.refresh": () => {
      sessions.refresh();
    },
    [profileCommand]: () => selectProfile(sessions),
    "sagemakerPreflight.selectRegion": () => selectRegion(sessions),
    "sagemakerPreflight.showOutput": () => {
      log.show(true);
    },
    "sagemakerPreflight.fixAll": () => fixAll(sessions),
    "sagemakerPreflight.openExample": () => openExample(extensionUri),
    "sagemakerPreflight.getStarted": () => openWalkthrough(`${id}#gettingStarted`),
    "sagemakerPreflight.createPolicy": createPolicy,
    [pickCommand]: (target?: PickTarget) => pickResource(sessions, target),
    [menuCommand]: () => openMenu(sessions),
    [saveFilesCommand]: saveFiles,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}

let wasOpened = false;

/**
 * Twice the first time: VS Code reads the walkthroughs of extensions when its own page is first opened, and shows one of
 * its own then (seen in 1.108). Each time it takes the focus, and a list that is open closes.
 */
async function openWalkthrough(name: string): Promise<void> {
  if (!wasOpened) await vscode.commands.executeCommand("workbench.action.openWalkthrough", name, false);
  wasOpened = true;
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", name, false);
}

async function saveFiles(uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) await (await vscode.workspace.openTextDocument(uri)).save();
}

async function openMenu(sessions: Sessions): Promise<void> {
  const state = sessions.active?.account.state;
  const refresh = { label: "$(refresh) Refresh: ask AWS again", command: "sagemakerPreflight.refresh" };
  const profile = { label: "$(account) Choose profile…", command: profileCommand };
  // To ask again would not help
  const isMissing = state?.kind === "disconnected" && state.why === "no such profile";
  const entry = await vscode.window.showQuickPick(
    [
      ...(isMissing ? [profile, refresh] : [refresh, profile]),
      { label: "$(globe) Choose region…", command: "sagemakerPreflight.selectRegion" },
      {
        label: "$(list-selection) Choose network, keys or role of the job at the cursor…",
        command: pickCommand,
      },
      { label: "$(lightbulb) Apply all safe fixes", command: "sagemakerPreflight.fixAll" },
      { label: "$(warning) Show problems", command: "workbench.actions.view.problems" },
      { label: "$(output) Show output", command: "sagemakerPreflight.showOutput" },
    ],
    { title: "SageMaker Preflight" },
  );
  if (entry !== undefined) await vscode.commands.executeCommand(entry.command);
}

async function selectProfile(sessions: Sessions): Promise<void> {
  const current = settingsOf(sessions.active?.source.uri).profile;
  const describe = (name: string, words: readonly string[]) =>
    [...words, ...(name === current ? ["chosen now"] : [])].join(" · ");
  const ordinary = {
    label: "Ordinary credential chain",
    description: describe("", ["AWS_PROFILE, environment, role"]),
    name: "",
  };
  const profiles = (await listProfiles()).map((name) => ({
    label: name,
    description: describe(name, []),
    name,
  }));
  const entry = await vscode.window.showQuickPick([ordinary, ...profiles], {
    title: "AWS profile to ask with",
    placeHolder: profiles.length === 0 ? "The AWS configuration of this machine has no profiles" : "",
  });
  if (entry !== undefined) await choose("profile", entry.name, sessions.active?.source.uri);
}

async function selectRegion(sessions: Sessions): Promise<void> {
  const current = sessions.active?.account.environment().region;
  const region = await vscode.window.showInputBox({
    title: "AWS region that applies where the code names none",
    prompt: "Empty: the profile's or the environment's region.",
    value: settingsOf(sessions.active?.source.uri).region,
    ...(current === undefined ? {} : { placeHolder: current }),
    validateInput: (text) =>
      new RegExp(`^$|${regionPattern}`).test(text.trim()) ? undefined : "A region looks like us-east-1.",
  });
  if (region !== undefined) await choose("region", region.trim(), sessions.active?.source.uri);
}

async function fixAll(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  if (session === undefined) {
    void vscode.window.showInformationMessage("Open a notebook, a Python file or a shell script first.");
    return;
  }
  const fixes = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: "SageMaker Preflight: asking AWS for fixes" },
    () => safeFixEdits(session, fixAllDeadline),
  );
  if (fixes === undefined) {
    const why = session.last?.report.findings.length === 0 ? undefined : whyNotAsked(session.account);
    const reason = why === undefined ? "" : ` without your account: ${why}`;
    void vscode.window.showInformationMessage(`There is no safe fix to apply${reason}.`);
    return;
  }
  const edit = toWorkspaceEdit(session, fixes.snapshot, fixes.edits);
  if (edit === undefined) void vscode.window.showWarningMessage(changedMeanwhile);
  else if (await vscode.workspace.applyEdit(edit)) noteProgress("fixed");
}
