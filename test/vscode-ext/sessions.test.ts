import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeEmitter, FakeUri, fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

const configured = new FakeEmitter<{ affectsConfiguration: () => boolean }>();
const opened = new FakeEmitter<object>();
let notebooks: object[] = [];
let settings: Readonly<Record<string, unknown>> = {};

/** The part of VS Code's API that open documents need, besides. */
function provideFakeWorkspace(): void {
  const { event } = new FakeEmitter<never>();
  const collection = () => ({
    set: () => undefined,
    delete: () => undefined,
    clear: () => undefined,
    dispose: () => undefined,
  });
  const watcher = { onDidChange: event, onDidCreate: event, onDidDelete: event, dispose: () => undefined };
  Object.assign(fakeVscode, {
    DiagnosticSeverity: {},
    NotebookCellKind: {},
    RelativePattern: Object,
    Disposable: { from: () => ({ dispose: () => undefined }) },
    languages: { createDiagnosticCollection: collection },
    window: { onDidChangeWindowState: event },
  });
  Object.assign(fakeVscode.workspace, {
    textDocuments: [],
    createFileSystemWatcher: () => watcher,
    getConfiguration: () => ({ get: (name: string, otherwise: unknown) => settings[name] ?? otherwise }),
    onDidOpenNotebookDocument: opened.event,
    onDidCloseNotebookDocument: event,
    onDidChangeNotebookDocument: event,
    onDidOpenTextDocument: event,
    onDidChangeTextDocument: event,
    onDidCloseTextDocument: event,
    onDidChangeConfiguration: configured.event,
    onDidGrantWorkspaceTrust: event,
  });
  Object.defineProperty(fakeVscode.workspace, "notebookDocuments", {
    get: () => notebooks,
    configurable: true,
  });
  Object.assign(fakeVscode.workspace.fs, {
    isWritableFileSystem: (scheme: string) => ({ file: true, git: false })[scheme],
  });
}

provideFakeVscode();
provideFakeWorkspace();
const { Accounts } = await import("../../vscode-ext/src/accounts.js");
const { Sessions } = await import("../../vscode-ext/src/sessions.js");

describe("The sessions of a VS Code window", () => {
  const log = { info: () => undefined, warn: () => undefined, debug: () => undefined } as never;
  let folder: string;
  let sessions: InstanceType<typeof Sessions>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-sessions-"));
    notebooks = [];
    settings = {};
    sessions = new Sessions(new Accounts(log), log);
  });

  afterEach(() => {
    sessions.dispose();
    rmSync(folder, { recursive: true });
  });

  function open(scheme: string) {
    const uri = FakeUri.of(scheme, join(folder, "a.ipynb"));
    const notebook = { uri, notebookType: "jupyter-notebook", isUntitled: false, getCells: () => [] };
    notebooks.push(notebook);
    opened.fire(notebook);
    return () => sessions.ofNotebook(notebook as never);
  }

  it("are of notebooks wherever they are kept, but not of what git shows beside them in a comparison", () => {
    const [kept, elsewhere, past] = [open("file"), open("vscode-vfs"), open("git")];
    assert.deepEqual([kept() !== undefined, elsewhere() !== undefined, past()], [true, true, undefined]);
  });

  it("tell those who show them when the settings end them", () => {
    const session = open("file");
    const told: unknown[] = [];
    sessions.onDidCheck((one) => told.push(one));
    settings = { enabled: false };
    configured.fire({ affectsConfiguration: () => true });
    assert.equal(session(), undefined);
    assert.deepEqual(told, [undefined]);
  });
});
