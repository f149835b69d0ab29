import assert from "node:assert/strict";
import { YFile, YNotebook } from "@jupyter/ydoc";
import type { Contents } from "@jupyterlab/services";
import { Signal } from "@lumino/signaling";
import type { Account } from "../../jupyterlab-ext/src/account.js";
import { FixChoices } from "../../jupyterlab-ext/src/fix-choices.js";
import { neighbour } from "../../jupyterlab-ext/src/navigation.js";
import { Sessions, type SessionsOptions } from "../../jupyterlab-ext/src/sessions.js";
import { defaultSettings, type Settings } from "../../jupyterlab-ext/src/settings.js";

describe("The sessions of JupyterLab", () => {
  let tracker: FakeTracker;
  let editors: FakeTracker;
  let shell: FakeShell;
  let account: FakeAccount;
  let contents: FakeContents;
  let settings: Settings;
  let sessions: Sessions;
  const notebooks: (YFile | YNotebook)[] = [];
  const { fetch } = globalThis;

  beforeEach(() => {
    // The server extension's answer about the SDK's defaults: there is none here
    globalThis.fetch = () => Promise.resolve(new Response("", { status: 404 }));
    tracker = new FakeTracker();
    editors = new FakeTracker();
    shell = new FakeShell();
    account = new FakeAccount();
    contents = new FakeContents();
    settings = { ...defaultSettings, checkDelay: 0 };
    sessions = newSessions();
  });

  function newSessions(kernels?: SessionsOptions["kernels"]): Sessions {
    return new Sessions({
      notebooks: tracker as unknown as SessionsOptions["notebooks"],
      editors: editors as unknown as SessionsOptions["editors"],
      shell: shell as unknown as SessionsOptions["shell"],
      account: account as unknown as Account,
      settings: () => settings,
      contents: contents as unknown as Contents.IManager,
      ...(kernels === undefined ? {} : { kernels }),
    });
  }

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
    shell.show(panel);
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
    sessions = newSessions(kernels as never);
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
    panel.rename("new/a.ipynb");
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
    panel.rename("b.ipynb");
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

  async function openFile(source: string, path: string): Promise<FakePanel> {
    const file = YFile.create();
    notebooks.push(file);
    file.setSource(source);
    const panel = new FakePanel(file, path);
    editors.add(panel);
    shell.show(panel);
    await Promise.resolve();
    return panel;
  }

  const halfVpc =
    "from sagemaker.estimator import Estimator\nEstimator('i', subnets=['subnet-0a1b2c3d']).fit()";
  const rules = () => sessions.current?.session.current()?.checked.report.findings.map(({ rule }) => rule);

  it("check Python files and shell scripts in the text editor", async () => {
    const panel = await openFile(halfVpc, "src/train.py");
    assert.ok(rules()?.includes("vpc-config-incomplete"), String(rules()));
    assert.equal(sessions.current?.view.what, "file");
    assert.deepEqual([...panel.classes], ["smp-checked"]);
    await openFile("aws sagemaker create-model --vpc-config VpcId=vpc-0a1b2c3d --model-name m", "m.sh");
    assert.equal(sessions.current.session.current()?.checked.report.requests[0]?.operation, "CreateModel");
  });

  it("check no other file, and one as soon as it has a name of Python's, until it has another", async () => {
    const panel = await openFile(halfVpc, "notes.md");
    assert.equal(sessions.current, undefined);
    panel.rename("notes.py");
    assert.ok(rules()?.includes("vpc-config-incomplete"));
    panel.rename("notes.txt");
    assert.equal(sessions.current, undefined);
    assert.deepEqual([...panel.classes], []);
    panel.rename("notes.py");
    panel.dispose();
    assert.deepEqual(
      [account.changed.connections, contents.fileChanged.connections, panel.context.pathChanged.connections],
      [0, 0, 0],
    );
  });

  it("speak of what is in front, and of what was last while something else is", async () => {
    const [notebook, file] = [await open(), await openFile(halfVpc, "train.py")];
    const inFront = () => sessions.current?.view.widget as unknown;
    assert.equal(inFront(), file);
    shell.show(notebook);
    assert.equal(inFront(), notebook);
    shell.show(null);
    assert.equal(inFront(), notebook);
    notebook.dispose();
    assert.equal(inFront(), file);
  });

  it("know a finding of before again while the text is the same, whatever has been learnt since", async () => {
    await openFile(halfVpc, "train.py");
    const session = sessions.current?.session;
    const checked = session?.current()?.checked;
    const [finding] = checked?.report.findings ?? [];
    assert(session !== undefined && checked !== undefined && finding !== undefined);
    const choices = FixChoices.of(session, finding);
    session.checkNow(); // facts or files have come
    assert.notEqual(session.checked, checked);
    assert.equal(choices.present?.rule, finding.rule);
    assert.deepEqual(choices.ignore(), { state: "applied" });
    assert.equal(choices.present, undefined, "the text is another now");
    assert.deepEqual(choices.ignore(), { state: "refused", why: "no comment can be written there" });
  });

  it("find the next problem in the text of this moment", async () => {
    const panel = await openFile(halfVpc, "train.py");
    const { session, view } = sessions.current ?? assert.fail();
    session.checkNow();
    const file = panel.context.model.sharedModel as YFile;
    file.updateSource(0, 0, "# a line more\n");
    const at = file.getSource().indexOf("Estimator(");
    const found = neighbour({ ...view, active: undefined }, session, "next");
    assert.deepEqual([found?.span.from, session.pending], [at, false]);
  });

  it("name files apart, and write no fix where editors count other places than what they share", async () => {
    await openFile(halfVpc, "a.py");
    const idOf = () => sessions.current?.session.cellAt(0)?.getId();
    sessions.current?.session.checkNow();
    const one = idOf();
    await openFile(`# Windows\r\n${halfVpc}`, "b.py");
    const session = sessions.current?.session;
    const checked = session?.current()?.checked;
    assert.ok(one !== undefined && idOf() !== one);
    assert(session !== undefined && checked !== undefined);
    const edits = [{ span: { cell: 0, from: 0, to: 0 }, text: "x" }];
    const applied = session.apply({ edits }, checked);
    assert.match(applied.state === "refused" ? applied.why : "", /its lines end as on Windows/);
  });

  it("write a fix into a file, and take it back in one step", async () => {
    const panel = await openFile(halfVpc, "train.py");
    const file = panel.context.model.sharedModel as YFile;
    const session = sessions.current?.session;
    const checked = session?.current()?.checked;
    assert(session !== undefined && checked !== undefined);
    const at = halfVpc.indexOf("subnets");
    const typed = { from: halfVpc.length, to: halfVpc.length };
    file.updateSource(typed.from, typed.to, " "); // what was typed last is a step of its own
    session.checkNow();
    const edits = [{ span: { cell: 0, from: at, to: at }, text: "role=role, " }];
    assert(session.checked !== undefined);
    assert.deepEqual(session.apply({ edits }, checked), {
      state: "refused",
      why: "the text has changed since it was checked",
    });
    assert.deepEqual(session.apply({ edits }, session.checked), { state: "applied" });
    assert.equal(file.getSource(), `${halfVpc.slice(0, at)}role=role, ${halfVpc.slice(at)} `);
    file.undo();
    assert.equal(file.getSource(), `${halfVpc} `);
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
  readonly classes = new Set<string>();
  isDisposed = false;

  constructor(sharedModel: YFile | YNotebook, path: string) {
    const pathChanged = new CountingSignal<FakePanel, string>(this);
    this.context = { isReady: true, ready: Promise.resolve(), path, model: { sharedModel }, pathChanged };
  }

  rename(path: string): void {
    this.context.path = path;
    this.context.pathChanged.emit(path);
  }

  addClass(name: string): void {
    this.classes.add(name);
  }

  removeClass(name: string): void {
    this.classes.delete(name);
  }

  dispose(): void {
    this.isDisposed = true;
    this.disposed.emit();
  }
}

class FakeTracker {
  readonly widgetAdded = new Signal<this, FakePanel>(this);

  forEach(): void {
    // Each test opens what it needs later
  }

  add(panel: FakePanel): void {
    this.widgetAdded.emit(panel);
  }
}

class FakeShell {
  readonly currentChanged = new Signal<this, unknown>(this);
  currentWidget: object | null = null;

  /** Null: a terminal, say. */
  show(widget: object | null): void {
    this.currentWidget = widget;
    this.currentChanged.emit(undefined);
  }
}
