import assert from "node:assert/strict";
import { YNotebook } from "@jupyter/ydoc";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import type { Contents } from "@jupyterlab/services";
import { Signal } from "@lumino/signaling";
import type { Account } from "../../jupyterlab-ext/src/account.js";
import { Sessions } from "../../jupyterlab-ext/src/sessions.js";
import { defaultSettings, type Settings } from "../../jupyterlab-ext/src/settings.js";

describe("The sessions of JupyterLab", () => {
  let tracker: FakeTracker;
  let account: FakeAccount;
  let contents: FakeContents;
  let settings: Settings;
  let sessions: Sessions;
  const notebooks: YNotebook[] = [];
  const { fetch } = globalThis;

  beforeEach(() => {
    // The server extension's answer about the SDK's defaults: there is none here
    globalThis.fetch = () => Promise.resolve(new Response("", { status: 404 }));
    tracker = new FakeTracker();
    account = new FakeAccount();
    contents = new FakeContents();
    settings = { ...defaultSettings, checkDelay: 0 };
    sessions = new Sessions(
      tracker as unknown as INotebookTracker,
      account as unknown as Account,
      () => settings,
      contents as unknown as Contents.IManager,
    );
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    for (const notebook of notebooks.splice(0)) {
      notebook.awareness.destroy(); // its timer would keep the process alive
      notebook.dispose();
    }
  });

  function newNotebook(source = "x = 1"): YNotebook {
    const data = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    const notebook = YNotebook.create({ data });
    notebooks.push(notebook);
    notebook.addCell({ cell_type: "code", source });
    return notebook;
  }

  async function open(notebook = newNotebook(), path = "a.ipynb"): Promise<FakePanel> {
    const panel = new FakePanel(notebook, path);
    tracker.add(panel);
    await Promise.resolve();
    sessions.of(notebook.getCell(0))?.checkNow();
    return panel;
  }

  it("are one for two views of one notebook, until the last is closed", async () => {
    const notebook = newNotebook();
    const [one, other] = [await open(notebook), await open(notebook)];
    const session = sessions.of(notebook.getCell(0));
    assert(session !== undefined);
    one.dispose();
    assert.equal(sessions.of(notebook.getCell(0)), session);
    other.dispose();
    assert.equal(sessions.of(notebook.getCell(0)), undefined);
  });

  it("know what the kernel's specification sets of how AWS is asked, and check again when it is another", async () => {
    const kernelspecs: Record<string, object> = { python3: {}, prod: { env: { AWS_PROFILE: "prod" } } };
    const specsChanged = new CountingSignal<object, unknown>({});
    const kernels = { specs: { default: "python3", kernelspecs }, specsChanged };
    sessions = new Sessions(
      tracker as unknown as INotebookTracker,
      account as unknown as Account,
      () => settings,
      contents as unknown as Contents.IManager,
      kernels as never,
    );
    const panel = await open();
    const session = () => sessions.current?.session;
    assert.equal(session()?.current()?.environment.kernel, undefined);
    Object.assign(panel.sessionContext, { session: { kernel: { name: "prod" } } });
    panel.sessionContext.kernelChanged.emit(undefined);
    assert.equal(session()?.pending, true);
    assert.deepEqual(session()?.current()?.environment.kernel, { profile: "prod" });
    panel.dispose();
    assert.deepEqual([specsChanged.connections, panel.sessionContext.kernelChanged.connections], [0, 0]);
  });

  it("leave nothing connected when their notebooks are closed", async () => {
    for (let count = 0; count < 5; count++) {
      const panel = await open();
      panel.dispose();
      assert.equal(panel.context.pathChanged.connections, 0);
    }
    assert.equal(account.changed.connections, 0);
    assert.equal(contents.fileChanged.connections, 0);
  });

  it("leave nothing connected after changes of settings", async () => {
    await open();
    for (let count = 0; count < 5; count++) sessions.restart();
    assert.deepEqual([account.changed.connections, contents.fileChanged.connections], [1, 1]);
    settings = { ...settings, enabled: false };
    sessions.restart();
    assert.deepEqual([account.changed.connections, contents.fileChanged.connections], [0, 0]);
    assert.equal(sessions.current, undefined);
  });

  it("are none of a notebook that is closed before it has loaded", async () => {
    const panel = new FakePanel(newNotebook(), "a.ipynb");
    tracker.add(panel);
    panel.dispose();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(account.changed.connections, 0);
  });

  it("look beside the notebook where it is after it was renamed", async () => {
    const notebook = newNotebook("import jobs\nfrom sagemaker.estimator import Estimator\njobs.make()");
    const panel = await open(notebook, "old/a.ipynb");
    await contents.until(() => contents.asked.includes("old/jobs.py"));
    panel.context.path = "new/a.ipynb";
    panel.context.pathChanged.emit(panel.context.path);
    await contents.until(() => contents.asked.includes("new/jobs.py"));
  });

  it("ask of nothing when files are saved that no notebook looked at", async () => {
    await open(
      newNotebook("import jobs\nfrom sagemaker.estimator import Estimator\njobs.make()"),
      "w/a.ipynb",
    );
    await contents.until(() => contents.asked.includes("w/jobs.py"));
    const saved = async (path: string | null, newPath: string | null = path) => {
      contents.asked.length = 0;
      const [oldValue, newValue] = [path, newPath].map((one) => (one === null ? null : { path: one }));
      contents.fileChanged.emit({ type: "save", oldValue, newValue });
      await new Promise((resolve) => setTimeout(resolve, 250));
      return contents.asked;
    };
    for (const path of ["w/a.ipynb", "w/other.py", "jobs.py", "w/job", "w/jobs.py.txt"])
      assert.deepEqual(await saved(path), [], path);
    for (const [path, newPath] of [
      ["w/jobs.py"],
      ["w/x.py", "w/jobs.py"],
      ["w"],
      ["w/jobs.py", null],
    ] as const)
      assert.ok((await saved(path, newPath)).includes("w/jobs.py"), path);
  });

  it("tell those who show a notebook that it has another name", async () => {
    const panel = await open();
    const session = sessions.current?.session;
    const told: unknown[] = [];
    sessions.reported.connect((_, one) => told.push(one));
    panel.context.pathChanged.emit("b.ipynb");
    assert.deepEqual(told, [session]);
  });

  it("look beside the notebook in front again when its user comes back: a terminal tells nobody what it wrote", async () => {
    await open(newNotebook("import other"), "behind.ipynb");
    await open(newNotebook("import jobs\nfrom sagemaker.estimator import Estimator\njobs.make()"));
    await contents.until(() => contents.asked.includes("jobs.py"));
    contents.asked.length = 0;
    sessions.lookAgain();
    await contents.until(() => contents.asked.includes("jobs.py"));
    assert.equal(contents.asked.includes("other.py"), false);
  });

  it("check no cell of a notebook whose kernel speaks another language", async () => {
    const source = "from sagemaker.estimator import Estimator\nEstimator(subnets=['subnet-1']).fit()";
    const notebook = newNotebook(source);
    notebook.setMetadata("language_info", { name: "R" });
    await open(notebook);
    const session = sessions.of(notebook.getCell(0));
    assert.equal(session?.failure, undefined);
    assert.equal(session?.checked?.report.requests.length, 0);
  });

  it("check a very large notebook without a word of failure", async () => {
    const notebook = newNotebook(
      `from sagemaker.estimator import Estimator\nx = """${"x".repeat(1_500_000)}"""`,
    );
    for (let index = 0; index < 300; index++) notebook.addCell({ cell_type: "code", source: `y = ${index}` });
    await open(notebook);
    const session = sessions.of(notebook.getCell(0));
    assert.equal(session?.failure, undefined);
    assert.match(session?.checked?.report.problems[0]?.message ?? "", /more than a check can follow/);
  });
});

/** A signal that counts who listens. */
class CountingSignal<T, A> extends Signal<T, A> {
  connections = 0;

  override connect(...slot: Parameters<Signal<T, A>["connect"]>): boolean {
    const isNew = super.connect(...slot);
    if (isNew) this.connections += 1;
    return isNew;
  }

  override disconnect(...slot: Parameters<Signal<T, A>["disconnect"]>): boolean {
    const was = super.disconnect(...slot);
    if (was) this.connections -= 1;
    return was;
  }
}

class FakeAccount {
  readonly changed = new CountingSignal<this, void>(this);
  readonly state = { state: "off" };
  readonly asking = false;
  readonly environment = { facts: new Map(), online: false };
}

class FakeContents {
  readonly fileChanged = new CountingSignal<this, unknown>(this);
  readonly asked: string[] = [];

  driveName(): string {
    return "";
  }

  localPath(path: string): string {
    return path;
  }

  get(path: string): Promise<never> {
    this.asked.push(path);
    return Promise.reject(new Error("no such file"));
  }

  async until(holds: () => boolean): Promise<void> {
    for (let waited = 0; waited < 3_000 && !holds(); waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(holds(), `asked for: ${this.asked.join(", ")}`);
  }
}

class FakePanel {
  readonly disposed = new Signal<this, void>(this);
  readonly context;
  readonly sessionContext = { kernelChanged: new CountingSignal<FakePanel, unknown>(this), session: null };
  isDisposed = false;

  constructor(notebook: YNotebook, path: string) {
    const pathChanged = new CountingSignal<FakePanel, string>(this);
    this.context = { ready: Promise.resolve(), path, model: { sharedModel: notebook }, pathChanged };
  }

  get model(): { readonly sharedModel: YNotebook } {
    return this.context.model;
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposed.emit();
  }
}

class FakeTracker {
  readonly widgetAdded = new Signal<this, FakePanel>(this);
  readonly currentChanged = new Signal<this, FakePanel | null>(this);
  readonly #panels: FakePanel[] = [];

  get currentWidget(): NotebookPanel | null {
    const panel = this.#panels.filter(({ isDisposed }) => !isDisposed).at(-1);
    return (panel ?? null) as unknown as NotebookPanel | null;
  }

  forEach(each: (panel: FakePanel) => void): void {
    this.#panels.filter(({ isDisposed }) => !isDisposed).forEach(each);
  }

  add(panel: FakePanel): void {
    this.#panels.push(panel);
    this.widgetAdded.emit(panel);
  }
}
