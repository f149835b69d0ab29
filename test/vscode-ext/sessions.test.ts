import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeEmitter, FakeUri, fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

const codeCell = 2;
const configured = new FakeEmitter<{ affectsConfiguration: () => boolean }>();
const opened = new FakeEmitter<object>();
const openedText = new FakeEmitter<object>();
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
    NotebookCellKind: { Markup: 1, Code: codeCell },
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
    onDidOpenTextDocument: openedText.event,
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
    isWritableFileSystem: (scheme: string) => ({ file: true, "vscode-vfs": true, git: false })[scheme],
  });
}

provideFakeVscode();
provideFakeWorkspace();
const { Accounts } = await import("../../vscode-ext/src/accounts.js");
const { Sessions } = await import("../../vscode-ext/src/sessions.js");

const job = `from sagemaker.estimator import Estimator
def make():
    Estimator("i", "r", 1, "ml.m5.large", subnets=["subnet-0a1b2c3d"], security_group_ids=["sg-0a1b2c3d"]).fit()
`;

function cellOf(source: string): object {
  const uri = FakeUri.of("vscode-notebook-cell", "/a.ipynb");
  const document = { uri, version: 1, languageId: "python", getText: () => source };
  return { kind: codeCell, document };
}

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

  function open(scheme: string, ...sources: readonly string[]) {
    const uri = FakeUri.of(scheme, join(folder, "a.ipynb"));
    const cells = sources.map(cellOf);
    const notebook = { uri, notebookType: "jupyter-notebook", isUntitled: false, getCells: () => cells };
    notebooks.push(notebook);
    opened.fire(notebook);
    return () => sessions.ofNotebook(notebook as never);
  }

  it("are of notebooks wherever they are kept, but not of what git shows beside them in a comparison", () => {
    const [kept, elsewhere, past] = [open("file"), open("vscode-vfs"), open("git")];
    assert.deepEqual([kept() !== undefined, elsewhere() !== undefined, past()], [true, true, undefined]);
  });

  it("are of scripts where they can be written, but not of what is only shown", () => {
    const isChecked = (scheme: string) => {
      const uri = FakeUri.of(scheme, join(folder, "train.py"));
      const document = { uri, version: 1, languageId: "python", isUntitled: false, getText: () => "" };
      openedText.fire(document);
      return sessions.of(document as never) !== undefined;
    };
    const schemes = ["file", "untitled", "vscode-vfs", "git", "vscode-interactive-input", "output"];
    assert.deepEqual(schemes.filter(isChecked), ["file", "untitled", "vscode-vfs"]);
  });

  it("check again as soon as the files beside a notebook are read: the first check knew none", async () => {
    settings = { checkDelay: 60_000, live: false };
    writeFileSync(join(folder, "jobs.py"), job);
    const session = open("file", "import jobs\njobs.make()");
    assert.equal(session()?.last?.report.requests.length, 0);
    for (let waited = 0; waited < 5_000 && session()?.last?.report.requests.length === 0; waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(session()?.last?.report.requests.length, 1);
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
