import * as vscode from "vscode";
import {
  choicesFor,
  counted,
  mostRounds,
  questionKey,
  requestAt,
  settingNames,
  settingsToPick,
  type Choice,
  type Choices,
  type ChosenSetting,
  type Question,
} from "@sagemaker-preflight/core";
import { changedMeanwhile, toWorkspaceEdit } from "./fix-actions.js";
import type { Checked, NotebookSession } from "./notebook-session.js";
import type { PickTarget } from "./pick-target.js";
import type { Sessions } from "./sessions.js";
import { whyNotAsked, whyNothing } from "./why-nothing.js";

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

/** In a notebook's command mode there is a cell that is selected, and no cursor in its text. */
function placeOfCursor(): Place | undefined {
  const { activeTextEditor: editor, activeNotebookEditor: view } = vscode.window;
  const cell = view?.notebook.getCells()[view.selection.start];
  if (cell !== undefined && cell.document !== editor?.document) return { document: cell.document, offset: 0 };
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

/** VS Code sorts what is found by its label, unless told otherwise by what is no part of its API yet. */
type Picker = vscode.QuickPick<Entry> & { sortByLabel?: boolean };

/** Milliseconds between the last keystroke in the filter and the search. */
const filterDelay = 80;

/** The list is there at once and fills as AWS answers. */
async function pickChoice(
  session: NotebookSession,
  place: Place,
  setting: ChosenSetting,
  name: string,
): Promise<Picked | undefined> {
  const picker: Picker = vscode.window.createQuickPick<Entry>();
  const cancel = new vscode.CancellationTokenSource();
  picker.title = `${settingNames[setting]} for ${name}`;
  picker.placeholder = "Looking in the AWS account…";
  picker.sortByLabel = false;
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
  const filling = new Filling(picker, session, place, setting, cancel.token);
  picker.onDidChangeValue(() => {
    filling.filter();
  });
  picker.show();
  void filling.ask();
  try {
    return await picked;
  } finally {
    cancel.cancel();
    cancel.dispose();
    picker.dispose();
  }
}

/**
 * Fills the list of a picker: first with the best of the account, then, as somebody types, with the best of those that have
 * these words. So each of hundreds is found, and only so many are judged as are shown.
 */
class Filling {
  private readonly asked = new Map<string, Question>();
  private readonly end = Date.now() + deadline;
  private timer: NodeJS.Timeout | undefined;
  private isAsking = false;

  constructor(
    private readonly picker: Picker,
    private readonly session: NotebookSession,
    private readonly place: Place,
    private readonly setting: ChosenSetting,
    private readonly token: vscode.CancellationToken,
  ) {}

  /** Shows what is known, and asks for the rest. */
  async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.picker.busy = true;
    for (let round = 0; ; round++) {
      const found = this.show();
      if (found === undefined) break;
      const open = found.asks.filter((question) => !this.asked.has(questionKey(question)));
      const isOver = open.length === 0 || round === mostRounds || Date.now() >= this.end;
      if (isOver || !this.session.account.environment().online) break;
      for (const question of open) this.asked.set(questionKey(question), question);
      await this.session.account.ask(open, this.end - Date.now(), this.token);
      if (!this.token.isCancellationRequested) this.session.checkNow();
    }
    this.isAsking = false;
    if (this.token.isCancellationRequested) return;
    this.picker.busy = false;
    this.show();
  }

  /** Somebody has typed: what comes up then may have questions of its own. */
  filter(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isAsking) this.show();
      else void this.ask();
    }, filterDelay);
  }

  private show(): Choices | undefined {
    if (this.token.isCancellationRequested) return undefined;
    const { picker, session, place, setting } = this;
    const checked = session.current();
    const index = checked && requestAt(checked.report, positionIn(checked, place));
    if (checked === undefined || index === undefined) return undefined;
    const { notebook } = checked.snapshot;
    const options = { matching: picker.value };
    const found = choicesFor(setting, index, notebook, checked.report, session.environment(), options);
    const [active] = picker.activeItems;
    const entries = found.choices.map((choice) => toEntry(choice, checked));
    const note = this.note(found);
    picker.items = [...entries, ...(note === undefined ? [] : [{ ...note, alwaysShow: true }])];
    const again = entries.find(({ label }) => label === active?.label) ?? entries[0];
    if (again !== undefined) picker.activeItems = [again];
    if (!this.isAsking) picker.placeholder = "Best first: what passes all rules in this job. Type to search";
    return found;
  }

  /** The last line of the list, which only says something. */
  private note({ choices, asks, others, unfit }: Choices): Entry | undefined {
    const { account } = this.session;
    const isFiltered = this.picker.value.trim() !== "";
    if (others > 0)
      return { label: `$(search) ${counted(others, "other")}: type a name or an id to find them` };
    if (choices.length > 0 || this.isAsking) return undefined;
    const unread = [...this.asked.values(), ...asks];
    const why =
      unfit > 0
        ? `${counted(unfit, isFiltered ? "match" : "candidate", isFiltered ? "matches" : "candidates")} would fail a rule in this job`
        : isFiltered && whyNotAsked(account) === undefined
          ? "the account has nothing of these words that would do"
          : whyNothing(account, unread);
    return { label: "$(info) Nothing to choose from", detail: why };
  }
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
    alwaysShow: true, // the search is ours: it looks at all there is, not only at what is in the list
    value: { choice, checked },
  };
}
