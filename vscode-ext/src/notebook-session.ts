import * as vscode from "vscode";
import { createChecker, questionKey, type Environment, type Report } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { FilesBeside } from "./files-beside.js";
import type { Policies } from "./policies.js";
import { isCurrent, locationOf, takeSnapshot, type Snapshot, type Source } from "./read-notebook.js";
import { showFinding } from "./show-finding.js";

/** What one check said, and of which text. */
export interface Checked {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

export const diagnosticSource = "SageMaker Preflight";

/** One open notebook, Python file or shell script: checked again whenever its text or the account's facts change. */
export class NotebookSession implements vscode.Disposable {
  private readonly check = createChecker();
  private readonly files: FilesBeside;
  private timer: NodeJS.Timeout | undefined;
  private checked: Checked | undefined;
  /** Of this text and account; a question is asked once, so that an answer that stays out cannot loop. */
  private readonly asked = new Set<string>();
  /** The account's connection that they were asked of. */
  private connection = 0;
  /** Documents that have diagnostics of ours. */
  private shown = new Set<string>();
  private published = "";
  private isDisposed = false;

  constructor(
    readonly source: Source,
    readonly account: Account,
    private readonly delay: number,
    private readonly host: {
      readonly diagnostics: vscode.DiagnosticCollection;
      readonly log: vscode.LogOutputChannel;
      readonly onChecked: (session: NotebookSession) => void;
      readonly policies: Policies;
    },
  ) {
    this.files = new FilesBeside(source);
  }

  /** What is wrong with the team's policy files. */
  get policyProblems(): readonly string[] {
    return this.host.policies.problemsOf(this.source);
  }

  /** The report of the last check; its text may be older than the editor's. */
  get last(): Checked | undefined {
    return this.checked;
  }

  /** Checks soon: after the typing has paused. */
  schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.checkNow();
    }, this.delay);
  }

  /** A cell's document was opened anew, for instance in another language: what was shown on it is gone. */
  showAgain(): void {
    this.published = "";
    this.schedule();
  }

  /** The report of the text and the facts of this moment. */
  checkNow(): Checked | undefined {
    clearTimeout(this.timer);
    this.timer = undefined;
    const start = performance.now();
    const environment = this.environment();
    const { files } = environment;
    const taken = takeSnapshot(this.source);
    const snapshot = files === undefined ? taken : { ...taken, files };
    try {
      this.checked = { snapshot, report: this.check(snapshot.notebook, environment) };
    } catch (error) {
      this.host.log.error(`${snapshot.notebook.uri} could not be checked`, error);
      this.checked = undefined;
    }
    this.publish(snapshot, this.checked?.report);
    const took = performance.now() - start;
    if (took > 100) this.host.log.debug(`${snapshot.notebook.uri} checked in ${Math.round(took)} ms`);
    if (this.checked !== undefined) {
      this.askInBackground(this.checked.report);
      void this.readInBackground(this.checked.report);
    }
    this.host.onChecked(this);
    return this.checked;
  }

  /** The last report when the text is still the same, else one of the text of now. */
  current(): Checked | undefined {
    return this.checked !== undefined && isCurrent(this.checked.snapshot, this.source)
      ? this.checked
      : this.checkNow();
  }

  /** A file was changed, made or deleted: perhaps one that the last check looked at. */
  fileChanged(uri: vscode.Uri): void {
    if (this.files.forget(uri)) this.schedule();
  }

  /** Where a file beside the document is. */
  fileUri(path: string): vscode.Uri | undefined {
    return this.files.uriOf(path);
  }

  /** Ask again what was asked before. */
  forgetQuestions(): void {
    this.asked.clear();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    for (const uri of this.shown) this.host.diagnostics.delete(vscode.Uri.parse(uri));
  }

  /** What is known of the account and of the files beside the document, and what the team asks. */
  environment(): Environment {
    const policy = this.host.policies.of(this.source);
    return {
      ...this.account.environment(),
      ...this.files.environment(),
      ...(policy === undefined ? {} : { policy }),
    };
  }

  /** Modules lead to modules: each answer has the document checked again, until nothing is asked for. */
  private async readInBackground({ files }: Report): Promise<void> {
    if (this.files.environment().files === undefined) return;
    const isNew = await this.files.read(files);
    // At once: until then the user is told of the first check, which knew no file
    if (isNew && !this.isDisposed && this.timer === undefined) this.checkNow();
  }

  private askInBackground({ requests, questions }: Report): void {
    if (requests.length === 0) return;
    this.account.connect();
    if (this.connection !== this.account.connectionCount) this.asked.clear();
    this.connection = this.account.connectionCount;
    const open = questions.filter((question) => !this.asked.has(questionKey(question)));
    if (open.length === 0) return;
    for (const question of open) this.asked.add(questionKey(question));
    void this.account.ask(open); // when answered, the account's event has all its sessions checked again
  }

  private publish(snapshot: Snapshot, report: Report | undefined): void {
    // Setting the same diagnostics again would make the editor drop a menu of fixes that is on its way.
    const versions = snapshot.cells.map(({ document, version }) => [document.uri.toString(), version]);
    const content = JSON.stringify([versions, report?.findings.map(showFinding)]);
    if (content === this.published) return;
    this.published = content;
    const byCell = new Map<number, vscode.Diagnostic[]>();
    for (const finding of report?.findings ?? []) {
      const diagnostic = toDiagnostic(snapshot, finding);
      if (diagnostic === undefined) continue;
      const ofCell = byCell.get(finding.span.cell) ?? [];
      ofCell.push(diagnostic);
      byCell.set(finding.span.cell, ofCell);
    }
    const before = this.shown;
    this.shown = new Set(snapshot.cells.map(({ document }) => document.uri.toString()));
    this.host.diagnostics.set([
      ...[...before]
        .filter((uri) => !this.shown.has(uri))
        .map((uri) => [vscode.Uri.parse(uri), undefined] as const),
      ...snapshot.cells.map(({ document }, index) => [document.uri, byCell.get(index)] as const),
    ] as [vscode.Uri, vscode.Diagnostic[] | undefined][]);
  }
}

type Finding = Report["findings"][number];

/** Both count UTF-16 code units from the cell's start. */
export function toDiagnostic(snapshot: Snapshot, finding: Finding): vscode.Diagnostic | undefined {
  const { span, severity, message, code, link, lines } = showFinding(finding);
  const location = locationOf(snapshot, span);
  if (location === undefined) return undefined;
  const diagnostic = new vscode.Diagnostic(location.range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: code, target: vscode.Uri.parse(link) };
  diagnostic.relatedInformation = lines.flatMap(({ span: at, file, text }) => {
    const place =
      file === undefined
        ? locationOf(snapshot, at)
        : new vscode.Location(vscode.Uri.file(file.path), new vscode.Position(file.line - 1, 0));
    return place === undefined ? [] : [new vscode.DiagnosticRelatedInformation(place, text)];
  });
  return diagnostic;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;
