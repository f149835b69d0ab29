import * as vscode from "vscode";
import {
  completionsAt,
  mostRounds,
  questionKey,
  type CompletionItem,
  type Question,
} from "@sagemaker-preflight/core";
import type { Checked, NotebookSession } from "./notebook-session.js";
import type { Sessions } from "./sessions.js";
import { whyNothing } from "./why-nothing.js";

/** Milliseconds that a list waits for AWS: one that comes up by itself, and one that was asked for. */
const typedDeadline = 1_500;
const invokedDeadline = 6_000;

/** Subnets, groups, keys and roles of the account, where a job takes them. */
export class ResourceCompletion implements vscode.CompletionItemProvider {
  static readonly triggers = ['"', "'", "[", "=", ","];

  constructor(private readonly sessions: Sessions) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const session = this.sessions.of(document);
    if (session === undefined) return undefined;
    const isInvoked = triggerKind === vscode.CompletionTriggerKind.Invoke;
    const end = Date.now() + (isInvoked ? invokedDeadline : typedDeadline);
    const asked = new Map<string, Question>();
    for (let round = 0; ; round++) {
      const checked = session.current();
      const found = checked && completionsOf(session, checked, document, position);
      if (checked === undefined || found === undefined || token.isCancellationRequested) return undefined;
      const open = found.asks.filter((question) => !asked.has(questionKey(question)));
      const isDone = open.length === 0 || round === mostRounds || Date.now() >= end;
      if (isDone || !session.account.environment().online) {
        const items = found.items.map((item) => toItem(item, document, position));
        if (items.length > 0 || !isInvoked)
          return new vscode.CompletionList(items, found.asks.length + found.others > 0);
        const reason = whyNothing(session.account, [...asked.values(), ...found.asks]);
        return new vscode.CompletionList([nothing(reason, position)], true);
      }
      for (const question of open) asked.set(questionKey(question), question);
      await session.account.ask(open, end - Date.now(), token);
      if (document.version === versionIn(checked, document)) session.checkNow();
    }
  }
}

function completionsOf(
  session: NotebookSession,
  { snapshot, report }: Checked,
  document: vscode.TextDocument,
  position: vscode.Position,
): ReturnType<typeof completionsAt> {
  const cell = snapshot.cells.findIndex((candidate) => candidate.document === document);
  const at = { cell, offset: document.offsetAt(position) };
  return completionsAt(at, snapshot.notebook, report, session.environment());
}

function versionIn({ snapshot }: Checked, document: vscode.TextDocument): number | undefined {
  return snapshot.cells.find((candidate) => candidate.document === document)?.version;
}

const kinds: Readonly<Record<CompletionItem["kind"], vscode.CompletionItemKind>> = {
  subnet: vscode.CompletionItemKind.Value,
  securityGroup: vscode.CompletionItemKind.Value,
  key: vscode.CompletionItemKind.Value,
  role: vscode.CompletionItemKind.Value,
  instanceType: vscode.CompletionItemKind.EnumMember,
};

function toItem(
  { kind, label, detail, documentation, filterText, sortText, edit }: CompletionItem,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.CompletionItem {
  const { from, to } = edit.span;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const item = new vscode.CompletionItem({ label, description: detail }, kinds[kind]);
  item.detail = detail;
  item.documentation = new vscode.MarkdownString().appendText(documentation);
  // What is typed is compared with this from the range's start: a quote or bracket there must not stand in the way
  const typed = document.getText(new vscode.Range(range.start, position));
  item.filterText = `${/^[^\w-]*/.exec(typed)?.[0] ?? ""}${filterText}`;
  item.sortText = sortText;
  item.insertText = edit.text;
  item.range = range;
  return item;
}

/** The list says itself why it is empty; chosen, it writes nothing. */
function nothing(reason: string, position: vscode.Position): vscode.CompletionItem {
  const item = new vscode.CompletionItem({
    label: "Nothing of the AWS account to offer",
    description: reason,
  });
  item.kind = vscode.CompletionItemKind.Issue;
  item.detail = reason;
  item.insertText = "";
  item.filterText = " ";
  item.range = new vscode.Range(position, position);
  return item;
}
