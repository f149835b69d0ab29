import * as vscode from "vscode";
import {
  createChecker,
  ignoreFix,
  safeFixOf,
  settingsToMend,
  type Edit,
  type FileEdit,
  type Finding,
  type Fix,
  type Question,
} from "@sagemaker-preflight/core";
import { askForFixes } from "./ask-for-fixes.js";
import { diagnosticSource, type Checked, type NotebookSession } from "./notebook-session.js";
import { pickCommand, type PickTarget } from "./pick-target.js";
import { isCurrent, locationOf, type Snapshot } from "./read-notebook.js";
import { safeFixEdits } from "./safe-fixes.js";
import type { Sessions } from "./sessions.js";
import { noteProgress } from "./walkthrough-progress.js";
import { wayToAccount, whyNotAsked, whyNothing } from "./why-nothing.js";

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("sagemakerPreflight");

/** Saves the files beside a document that a fix has changed; not in the palette. */
export const saveFilesCommand = "sagemakerPreflight.saveFiles";

/** Milliseconds that a menu waits for AWS; what is known by then is offered. */
const menuDeadline = 4_000;
/** A fix as the menu holds it; its edits are written when it is chosen, for the text of then. */
class FixAction extends vscode.CodeAction {
  constructor(
    title: string,
    readonly session: NotebookSession,
    readonly snapshot: Snapshot,
    readonly fix: Pick<Fix, "edits" | "fileEdits">,
    kind = vscode.CodeActionKind.QuickFix,
  ) {
    super(title, kind);
  }
}

/** Quick fixes with the account's own resources, and "fix all" with the safe ones. */
export class FixActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, fixAllKind];

  private readonly asked = new WeakMap<NotebookSession, Map<string, readonly Question[]>>();

  constructor(private readonly sessions: Sessions) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, triggerKind, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const session = this.sessions.of(document);
    if (session === undefined) return [];
    if (only !== undefined && vscode.CodeActionKind.Source.contains(only))
      return only.contains(fixAllKind) ? allFixes(session, fixAllKind, token) : [];

    const asked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const checked = session.current();
    const here = findingsAt(checked, document, range);
    if (checked === undefined || here.length === 0) return [];
    const questions = here.flatMap(({ asks }) => asks);
    const latest = asked
      ? await askForFixes(session, (now) => findingsAt(now, document, range), menuDeadline, token)
      : checked;
    if (latest === undefined || token.isCancellationRequested) return [];

    const actions: vscode.CodeAction[] = fixActions(
      session,
      latest.snapshot,
      findingsAt(latest, document, range),
      diagnostics,
    );
    if (!asked && questions.length > 0 && session.account.environment().online)
      actions.push(findFixes(actions));
    actions.push(...pickers(document, latest, findingsAt(latest, document, range)));
    if (asked) {
      const unmended = findingsAt(latest, document, range).filter(({ fixes }) => fixes.length === 0);
      const unanswered = this.remember(session, here, unmended);
      if (unmended.length > 0) actions.push(...reasons(session, unmended, unanswered));
      actions.push(...ignoreActions(session, latest, findingsAt(latest, document, range)));
    }
    return actions;
  }

  /**
   * The questions behind the fixes that could not be offered. An answered question is no longer among a finding's
   * `asks`, so those of before are kept, for a menu that is opened again.
   */
  private remember(
    session: NotebookSession,
    findings: readonly Finding[],
    unmended: readonly Finding[],
  ): readonly Question[] {
    const byRule = this.asked.get(session) ?? new Map<string, readonly Question[]>();
    this.asked.set(session, byRule);
    for (const { rule, asks } of findings) if (asks.length > 0) byRule.set(rule, asks);
    return unmended.flatMap(({ rule }) => byRule.get(rule) ?? []);
  }

  resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    return resolved(action);
  }
}

/** "Fix all" of a whole notebook as it is saved, which VS Code asks of its first cell, whatever that is. */
export class NotebookFixAll implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.Notebook.append(fixAllKind.value);

  constructor(private readonly sessions: Sessions) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const session = this.sessions.of(document);
    const isAsked = only !== undefined && vscode.CodeActionKind.Notebook.contains(only);
    if (session === undefined || !isAsked || !only.contains(NotebookFixAll.kind)) return [];
    return allFixes(session, NotebookFixAll.kind, token);
  }

  resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    return resolved(action);
  }
}

async function allFixes(
  session: NotebookSession,
  kind: vscode.CodeActionKind,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction[]> {
  const fixes = await safeFixEdits(session, menuDeadline, token);
  if (fixes === undefined) return [];
  return [new FixAction("Apply all safe SageMaker fixes", session, fixes.snapshot, fixes, kind)];
}

/** The edits are made when the action is chosen. */
async function resolved(action: vscode.CodeAction): Promise<vscode.CodeAction> {
  if (!(action instanceof FixAction)) return action;
  const { session, snapshot, fix } = action;
  const edit = toWorkspaceEdit(session, snapshot, fix.edits);
  const files = edit && (await addFileEdits(edit, session, snapshot, fix.fileEdits ?? []));
  if (edit === undefined || files === undefined) {
    void vscode.window.showWarningMessage(changedMeanwhile);
    return action;
  }
  action.edit = edit;
  noteProgress("fixed");
  // Checks read what is saved
  if (files.length > 0)
    action.command = { command: saveFilesCommand, title: action.title, arguments: [files] };
  return action;
}

export const changedMeanwhile =
  "The text was changed meanwhile, so the fix was not applied. Ask for it again.";

/** Edits of any number of cells as one step to undo; undefined when a text is no longer the one they were made for. */
export function toWorkspaceEdit(
  session: NotebookSession,
  snapshot: Snapshot,
  edits: readonly Edit[],
): vscode.WorkspaceEdit | undefined {
  if (!isCurrent(snapshot, session.source)) return undefined;
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) {
    const location = locationOf(snapshot, span);
    if (location === undefined) return undefined;
    workspaceEdit.replace(location.uri, location.range, text);
  }
  return workspaceEdit;
}

/**
 * Adds the edits of files beside the document.
 *
 * @returns Those files; undefined when one of them no longer has the text that was checked, saved or not.
 */
export async function addFileEdits(
  edit: vscode.WorkspaceEdit,
  session: Pick<NotebookSession, "fileUri">,
  { files }: Pick<Snapshot, "files">,
  edits: readonly FileEdit[],
): Promise<readonly vscode.Uri[] | undefined> {
  const uris = new Map<string, vscode.Uri>();
  for (const { file, from, to, text } of edits) {
    const [uri, checked] = [session.fileUri(file), files?.get(file)];
    if (uri === undefined || checked?.state !== "text") return undefined;
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() !== checked.text) return undefined;
    edit.replace(uri, new vscode.Range(document.positionAt(from), document.positionAt(to)), text);
    uris.set(uri.toString(), uri);
  }
  return [...uris.values()];
}

function findingsAt(
  checked: Checked | undefined,
  document: vscode.TextDocument,
  range: vscode.Range,
): readonly Finding[] {
  if (checked === undefined) return [];
  const cell = checked.snapshot.cells.findIndex((candidate) => candidate.document === document);
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return checked.report.findings.filter(
    ({ span }) => span.cell === cell && span.from <= to && span.to >= from,
  );
}

/** The fixes of several findings; one that mends all of a call belongs to each of its findings and is offered once. */
function fixActions(
  session: NotebookSession,
  snapshot: Snapshot,
  findings: readonly Finding[],
  diagnostics: readonly vscode.Diagnostic[],
): FixAction[] {
  const actions = new Map<string, FixAction>();
  const preferred = findings.map(safeFixOf).find((fix) => fix !== undefined);
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      const key = JSON.stringify([fix.title, fix.edits, fix.fileEdits]);
      const action = actions.get(key) ?? new FixAction(titleOf(fix), session, snapshot, fix);
      actions.set(key, action);
      if (fix === preferred) action.isPreferred = true;
      const mended = diagnostics.filter((diagnostic) => isOf(finding, diagnostic));
      action.diagnostics = [...(action.diagnostics ?? []), ...mended];
    }
  }
  return [...actions.values()];
}

/** With a word of warning where the fix replaces what the author wrote or is not proved to work. */
function titleOf({ title, safety }: Fix): string {
  return safety === "safe" ? title : `${title} (check first)`;
}

function isOf({ rule, message }: Finding, { source, code, message: shown }: vscode.Diagnostic): boolean {
  return source === diagnosticSource && typeof code === "object" && code.value === rule && shown === message;
}

/** The light bulb comes up by itself, so nothing is asked for it; chosen, it asks and opens the menu. */
function findFixes(known: readonly vscode.CodeAction[]): vscode.CodeAction {
  const title = known.length === 0 ? "Find fixes in the AWS account…" : "Find more fixes in the AWS account…";
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: "editor.action.quickFix", title };
  return action;
}

/** One for each rule; the last of the menu, since it mends nothing. */
function ignoreActions(
  session: NotebookSession,
  { snapshot, report }: Checked,
  findings: readonly Finding[],
): FixAction[] {
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byRule.values()].flatMap((finding) => {
    const fix = ignoreFix(finding, snapshot.notebook, report, session.environment(), createChecker());
    return fix === undefined ? [] : [new FixAction(fix.title, session, snapshot, fix)];
  });
}

/** A list of all that the account has, where a fix offers the best of it. */
function pickers(
  document: vscode.TextDocument,
  { report }: Checked,
  findings: readonly Finding[],
): vscode.CodeAction[] {
  const [finding] = findings.filter((one) => settingsToMend(one, report).length > 0);
  if (finding === undefined) return [];
  const settings = [...new Set(findings.flatMap((one) => settingsToMend(one, report)))];
  const title = "Choose another of the AWS account…";
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const target: PickTarget = { uri: document.uri.toString(), offset: finding.span.from, settings };
  action.command = { command: pickCommand, title, arguments: [target] };
  return [action];
}

/** Why no fix can be offered, and the way to some. The first is for keyboard users of a single action, the second shows in the menu. */
function reasons(
  session: NotebookSession,
  findings: readonly Finding[],
  questions: readonly Question[],
): vscode.CodeAction[] {
  const finding = findings.find(({ remedy }) => remedy !== undefined) ?? findings[0];
  const reason = finding?.remedy ?? whyNoFix(session, questions);
  if (finding === undefined || reason === undefined) return [];
  const disabled = new vscode.CodeAction("Fix with the account's resources", vscode.CodeActionKind.QuickFix);
  disabled.disabled = { reason };
  const title = `No fix for ${finding.rule}: ${reason}`;
  const way = finding.remedy === undefined ? wayToAccount(session.account) : undefined;
  const shown = new vscode.CodeAction(way?.title ?? title, vscode.CodeActionKind.QuickFix);
  shown.command = way ?? { command: "sagemakerPreflight.showOutput", title };
  return [disabled, shown];
}

function whyNoFix({ account }: NotebookSession, questions: readonly Question[]): string | undefined {
  const notAsked = whyNotAsked(account);
  if (notAsked !== undefined || questions.length === 0) return notAsked;
  return whyNothing(account, questions);
}
