import * as vscode from "vscode";
import type { Accounts } from "./accounts.js";
import { NotebookSession } from "./notebook-session.js";
import { Policies } from "./policies.js";
import { documentsOf, type Source } from "./read-notebook.js";
import { section, settingsOf } from "./settings.js";

const notebookType = "jupyter-notebook";
const cellScheme = "vscode-notebook-cell";
const fileSchemes = new Set(["file", "untitled", "vscode-remote"]);

/** The sessions of this window: one for each open notebook, Python file and shell script. */
export class Sessions implements vscode.Disposable {
  private readonly sessions = new Map<string, NotebookSession>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection("sagemaker-preflight");
  private readonly checked = new vscode.EventEmitter<NotebookSession | undefined>();
  /** A document was checked, or (undefined) the settings say which are. */
  readonly onDidCheck = this.checked.event;
  private readonly policies: Policies;
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(
    private readonly accounts: Accounts,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const { workspace } = vscode;
    this.policies = new Policies(log);
    this.subscriptions = [
      this.policies,
      this.policies.onDidChange(() => {
        for (const session of this.sessions.values()) session.checkNow();
      }),
      this.diagnostics,
      this.checked,
      workspace.onDidOpenNotebookDocument((notebook) => {
        this.open(notebook);
      }),
      workspace.onDidCloseNotebookDocument((notebook) => {
        this.close(notebook.uri);
      }),
      workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) this.sessions.get(notebook.uri.toString())?.schedule();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (document.uri.scheme === cellScheme)
          this.of(document)?.showAgain(); // a new cell, or the language of one was changed
        else this.open(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.of(document)?.schedule();
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.close(document.uri);
        this.diagnostics.delete(document.uri); // a deleted cell's document closes too
      }),
      ...watchFiles((uri) => {
        for (const session of this.sessions.values()) session.fileChanged(uri);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.reopen();
      }),
      workspace.onDidGrantWorkspaceTrust(() => {
        this.reopen();
      }),
      // Back from the page where one signs in, perhaps
      vscode.window.onDidChangeWindowState(({ focused }) => {
        const waiting = [...this.sessions.values()].filter(({ last }) => last?.report.requests.length);
        if (focused) for (const { account } of waiting) account.connect();
      }),
      accounts.onDidChange(({ account, change }) => {
        if (change === "state") return;
        for (const session of this.sessions.values()) if (session.account === account) session.checkNow();
      }),
    ];
    this.reopen();
  }

  /** The session that a text document belongs to: its own, or its notebook's. */
  of(document: vscode.TextDocument): NotebookSession | undefined {
    if (document.uri.scheme !== cellScheme) return this.sessions.get(document.uri.toString());
    for (const session of this.sessions.values())
      if (session.source.uri.path === document.uri.path && documentsOf(session.source).includes(document))
        return session;
    return undefined;
  }

  ofNotebook(notebook: vscode.NotebookDocument): NotebookSession | undefined {
    return this.sessions.get(notebook.uri.toString());
  }

  /** The session of the editor that has the focus. */
  get active(): NotebookSession | undefined {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (notebook !== undefined) return this.ofNotebook(notebook);
    const document = vscode.window.activeTextEditor?.document;
    return document && this.of(document);
  }

  /** Asks AWS again, for all open documents. */
  refresh(): void {
    for (const session of this.sessions.values()) session.forgetQuestions();
    for (const account of new Set([...this.sessions.values()].map((session) => session.account)))
      account.refresh();
  }

  dispose(): void {
    for (const session of this.sessions.values()) session.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private reopen(): void {
    for (const session of this.sessions.values()) session.dispose();
    this.sessions.clear();
    for (const notebook of vscode.workspace.notebookDocuments) this.open(notebook);
    for (const document of vscode.workspace.textDocuments) this.open(document);
    this.checked.fire(undefined);
  }

  private open(source: Source): void {
    const wanted =
      "getCells" in source
        ? source.notebookType === notebookType && !isPast(source.uri)
        : /^(?:python|shellscript)$/.test(source.languageId) && isFile(source.uri);
    const settings = settingsOf(source.uri);
    if (!wanted || !settings.enabled) return;
    this.close(source.uri);
    const session = new NotebookSession(source, this.accounts.of(source.uri), settings.checkDelay, {
      diagnostics: this.diagnostics,
      log: this.log,
      policies: this.policies,
      onChecked: (checked) => {
        this.checked.fire(checked);
      },
    });
    this.sessions.set(source.uri.toString(), session);
    session.checkNow();
  }

  private close(uri: vscode.Uri): void {
    this.sessions.get(uri.toString())?.dispose();
    this.sessions.delete(uri.toString());
  }
}

/** The left side of a comparison, which git and others give from file systems that can only be read. */
function isPast({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === false;
}

/** The user's own, in a virtual workspace too; not what is only shown: a comparison, the Interactive Window's box. */
function isFile({ scheme }: vscode.Uri): boolean {
  return fileSchemes.has(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Data and modules beside notebooks. What the SDK's own folders hold is read anew when a document is opened. */
function watchFiles(changed: (uri: vscode.Uri) => void): readonly vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher("**/*.{py,json,yaml,yml}");
  return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
}
