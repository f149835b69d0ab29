import * as vscode from "vscode";
import {
  choicesFor,
  mostRounds,
  questionKey,
  requestAt,
  settingNames,
  settingsToPick,
  type Choice,
  type ChosenSetting,
  type Question,
} from "@sagemaker-preflight/core";
import { changedMeanwhile, toWorkspaceEdit } from "./fix-actions.js";
import type { Checked, NotebookSession } from "./notebook-session.js";
import type { PickTarget } from "./pick-target.js";
import type { Sessions } from "./sessions.js";
import { whyNothing } from "./why-nothing.js";

/** Milliseconds for all that a picker asks. */
const deadline = 20_000;

/** Asks which setting of the job, then offers what the account has for it; the choice is written like any fix. */
export async function pickResource(sessions: Sessions, target?: PickTarget): Promise<void> {
  const place = target === undefined ? placeOfCursor() : placeOf(target);
  const session = place && sessions.of(place.document);
  const checked = session?.current();
  const index = checked && place && requestAt(checked.report, positionIn(checked, place));
  const request = index === undefined ? undefined : checked?.report.requests[index];
  if (place === undefined || session === undefined || index === undefined || request === undefined) {
    void vscode.window.showInformationMessage("Put the cursor into a SageMaker job first.");
    return;
  }
  const possible = settingsToPick(request);
  const offered = target === undefined ? possible : possible.filter((one) => target.settings.includes(one));
  const setting = offered.length === 1 ? offered[0] : await pickSetting(offered, request.name);
  if (setting === undefined) return;
  const picked = await pickChoice(session, place, setting, request.name);
  if (picked === undefined) return;
  const edit = toWorkspaceEdit(session, picked.checked.snapshot, picked.choice.fix.edits);
  if (edit === undefined) void vscode.window.showWarningMessage(changedMeanwhile);
  else await vscode.workspace.applyEdit(edit);
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly offset: number;
}

function placeOfCursor(): Place | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, offset: editor.document.offsetAt(editor.selection.active) };
}

function placeOf({ uri, offset }: PickTarget): Place | undefined {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return document && { document, offset };
}

function positionIn({ snapshot }: Checked, { document, offset }: Place) {
  return { cell: snapshot.cells.findIndex((one) => one.document === document), offset };
}

async function pickSetting(
  settings: readonly ChosenSetting[],
  name: string,
): Promise<ChosenSetting | undefined> {
  const entries = settings.map((setting) => ({ label: settingNames[setting], setting }));
  const entry = await vscode.window.showQuickPick(entries, {
    title: `What to choose for ${name}`,
    placeHolder: entries.length === 0 ? "SageMaker takes no network, key or role for this job" : "",
  });
  return entry?.setting;
}

interface Picked {
  readonly choice: Choice;
  readonly checked: Checked;
}

type Entry = vscode.QuickPickItem & { readonly value?: Picked };

/** The list is there at once and fills as AWS answers. */
async function pickChoice(
  session: NotebookSession,
  place: Place,
  setting: ChosenSetting,
  name: string,
): Promise<Picked | undefined> {
  const picker = vscode.window.createQuickPick<Entry>();
  const cancel = new vscode.CancellationTokenSource();
  picker.title = `${settingNames[setting]} for ${name}`;
  picker.placeholder = "Looking in the AWS account…";
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  const picked = new Promise<Picked | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const [entry] = picker.selectedItems;
      if (entry?.value === undefined) return; // a line that only says something
      resolve(entry.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
  });
  picker.show();
  void fill(picker, session, place, setting, cancel.token);
  try {
    return await picked;
  } finally {
    cancel.cancel();
    cancel.dispose();
    picker.dispose();
  }
}

async function fill(
  picker: vscode.QuickPick<Entry>,
  session: NotebookSession,
  place: Place,
  setting: ChosenSetting,
  token: vscode.CancellationToken,
): Promise<void> {
  const end = Date.now() + deadline;
  const asked = new Map<string, Question>();
  const isCancelled = () => token.isCancellationRequested;
  for (let round = 0; ; round++) {
    const checked = session.current();
    const index = checked && requestAt(checked.report, positionIn(checked, place));
    if (checked === undefined || index === undefined || isCancelled()) break;
    const { notebook } = checked.snapshot;
    const found = choicesFor(setting, index, notebook, checked.report, session.environment());
    picker.items = found.choices.map((choice) => toEntry(choice, checked));
    const open = found.asks.filter((question) => !asked.has(questionKey(question)));
    const isOver = open.length === 0 || round === mostRounds || Date.now() >= end;
    if (isOver || !session.account.environment().online) {
      const why = whyNothing(session.account, [...asked.values(), ...found.asks]);
      if (found.choices.length === 0)
        picker.items = [{ label: "$(info) Nothing to choose from", detail: why, alwaysShow: true }];
      break;
    }
    for (const question of open) asked.set(questionKey(question), question);
    await session.account.ask(open, end - Date.now(), token);
    if (!isCancelled()) session.checkNow();
  }
  if (isCancelled()) return;
  picker.placeholder = "Best first: what passes all rules in this job";
  picker.busy = false;
}

function toEntry(choice: Choice, checked: Checked): Entry {
  const { label, detail, documentation } = choice;
  return {
    label,
    description: detail,
    detail: documentation
      .split("\n")
      .filter((line) => line !== "")
      .join(" · "),
    value: { choice, checked },
  };
}
