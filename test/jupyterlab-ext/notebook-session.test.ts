import assert from "node:assert/strict";
import { YNotebook } from "@jupyter/ydoc";
import { Signal } from "@lumino/signaling";
import type { Finding, Gap, Notebook, Question, Report } from "@sagemaker-preflight/core";
import type { Account } from "../../jupyterlab-ext/src/account.js";
import { applyToFiles } from "../../jupyterlab-ext/src/apply-to-files.js";
import { fixAll } from "../../jupyterlab-ext/src/fix-all.js";
import { NotebookSession } from "../../jupyterlab-ext/src/notebook-session.js";

describe("The session of a notebook in JupyterLab", () => {
  let notebook: YNotebook;
  let account: FakeAccount;
  let session: NotebookSession;

  function open(...sources: readonly string[]): void {
    notebook = YNotebook.create({ data: { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } });
    for (const source of sources) notebook.addCell({ cell_type: "code", source });
    account = new FakeAccount();
    session = new NotebookSession({
      what: "notebook",
      path: () => "a.ipynb",
      notebook,
      account: account as unknown as Account,
      check: (checked, environment) => findBad(checked, account, environment.facts.has("known")),
      delay: () => 0,
    });
    session.checkNow();
  }

  afterEach(() => {
    session.dispose();
    notebook.awareness.destroy(); // its timer would keep the process alive
    notebook.dispose();
  });

  const bad = (index: number): string[] => {
    const cell = notebook.getCell(index);
    return (session.findingsOf(cell, cell.getSource()) ?? []).map(({ message }) => message);
  };

  const texts = (): string[] => notebook.cells.map((cell) => cell.getSource());

  it("knows the findings of each cell", () => {
    open("x = 1", "BAD", "y = BAD + BAD");
    assert.deepEqual(
      [0, 1, 2].map((index) => bad(index).length),
      [0, 1, 2],
    );
  });

  it("counts the ends of lines that a file has from Windows as editors do, and mends such a cell", () => {
    open("x = 1", "# one\r\n\r\ny = BAD + BAD\r\n", "z = BAD");
    const cell = notebook.getCell(1);
    cell.setMetadata("tags", ["kept"]);
    const shown = session.findingsOf(cell, "# one\n\ny = BAD + BAD\n");
    assert.deepEqual(
      shown?.map(({ span }) => span.from),
      [11, 17],
    );
    assert.equal(
      session.requestNamedAt(cell, "# one\n\ny = BAD + BAD\n", 12)?.operation,
      "CreateTrainingJob",
    );
    const [fix] = shown[0]?.fixes ?? [];
    assert(fix !== undefined && session.checked !== undefined);
    assert.deepEqual(session.apply(fix, session.checked), { state: "applied" });
    assert.deepEqual(texts(), ["x = 1", "# one\n\ny = GOOD + GOOD\n", "z = BAD"]);
    assert.deepEqual(notebook.getCell(1).getMetadata("tags"), ["kept"]);
    assert.deepEqual(
      [0, 1, 2].map((index) => bad(index).length),
      [0, 0, 1],
    );
    notebook.undo();
    session.checkNow();
    assert.equal(texts()[1], "# one\r\n\r\ny = BAD + BAD\r\n");
  });

  it("says nothing of a text that is newer than the check", () => {
    open("BAD");
    const cell = notebook.getCell(0);
    cell.setSource("BAD + BAD");
    assert.equal(session.findingsOf(cell, cell.getSource()), null);
    session.checkNow();
    assert.equal(session.findingsOf(cell, cell.getSource())?.length, 2);
  });

  it("knows the job whose call has its name at a place, as long as the text is the one that was checked", () => {
    open("x = 1", "BAD");
    const cell = notebook.getCell(1);
    const named = (at: number) => session.requestNamedAt(cell, cell.getSource(), at)?.operation;
    assert.deepEqual([named(0), named(4)], ["CreateTrainingJob", undefined]);
    cell.setSource("BAD ");
    assert.equal(named(0), undefined);
  });

  it("checks by itself after a change of text, of cells, and after undo", async () => {
    open("x");
    notebook.getCell(0).setSource("BAD");
    await nextReport(session);
    assert.equal(bad(0).length, 1);
    notebook.insertCell(0, { cell_type: "code", source: "BAD BAD" });
    await nextReport(session);
    assert.deepEqual([bad(0).length, bad(1).length], [2, 1]);
    notebook.moveCell(0, 1);
    await nextReport(session);
    assert.deepEqual([bad(0).length, bad(1).length], [1, 2]);
    notebook.deleteCell(0);
    await nextReport(session);
    assert.equal(bad(0).length, 2);
    notebook.undo();
    await nextReport(session);
    assert.equal(
      session.checked?.report.findings.length,
      session.checked?.cells
        .map(({ text }) => text.split("BAD").length - 1)
        .reduce((sum, count) => sum + count, 0),
    );
  });

  it("is not disturbed by a cell's outputs", async () => {
    open("BAD");
    let reports = 0;
    session.reported.connect(() => (reports += 1));
    const cell = notebook.getCell(0);
    if (cell.cell_type === "code")
      cell.setOutputs([{ output_type: "stream", name: "stdout", text: "hello" }]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(reports, 0);
  });

  it("applies a fix as one undo step of its own and checks at once", () => {
    open("x = BAD\ny = BAD");
    const cell = notebook.getCell(0);
    const { checked } = session;
    assert(checked !== undefined);
    const [finding] = checked.report.findings;
    assert(finding?.fixes[0] !== undefined);
    cell.updateSource(0, 0, "");
    assert.deepEqual(session.apply(finding.fixes[0], checked), { state: "applied" });
    assert.equal(cell.getSource(), "x = GOOD\ny = GOOD");
    assert.equal(session.checked?.report.findings.length, 0);
    notebook.undo();
    assert.equal(cell.getSource(), "x = BAD\ny = BAD");
  });

  it("refuses a fix of a text that has changed, of a deleted cell and of a locked one", () => {
    open("BAD", "BAD");
    const { checked } = session;
    assert(checked !== undefined);
    const [first, second] = checked.report.findings;
    assert(first?.fixes[0] !== undefined && second?.fixes[0] !== undefined);
    notebook.getCell(0).setSource("BAD!");
    assert.deepEqual(session.apply(first.fixes[0], checked), {
      state: "refused",
      why: "the text has changed since it was checked",
    });
    assert.equal(notebook.getCell(0).getSource(), "BAD!");
    notebook.getCell(1).setMetadata("editable", false);
    assert.equal(session.apply(second.fixes[0], checked).state, "refused");
    notebook.deleteCell(1);
    assert.equal(session.apply(second.fixes[0], checked).state, "refused");
  });

  it("applies all safe fixes with one undo step for each cell", async () => {
    open("x = BAD\ny = BAD", "x = 1", "z = BAD LOOKUP");
    notebook.getCell(2).updateSource(0, 0, "");
    assert.deepEqual(await fixAll(session), { state: "applied", fixes: 2, cells: 2 });
    assert.deepEqual(account.asked, [subnets], "the candidates are asked for first");
    assert.deepEqual(texts(), ["x = GOOD\ny = GOOD", "x = 1", "z = GOOD LOOKUP"]);
    assert.equal(session.checked?.report.findings.length, 0);
    notebook.getCell(2).undo();
    assert.deepEqual(texts(), ["x = GOOD\ny = GOOD", "x = 1", "z = BAD LOOKUP"]);
    notebook.getCell(0).undo();
    assert.equal(texts()[0], "x = BAD\ny = BAD");
  });

  it("applies all safe fixes to the text of now, but not to a locked cell, nor what is not safe", async () => {
    open("BAD", "BAD", "BAD UNSAFE");
    notebook.getCell(1).setMetadata("editable", false);
    notebook.getCell(0).setSource("# typed meanwhile\nBAD");
    assert.deepEqual(await fixAll(session), { state: "applied", fixes: 1, cells: 1 });
    assert.deepEqual(texts(), ["# typed meanwhile\nGOOD", "BAD", "BAD UNSAFE"]);
    assert.deepEqual(await fixAll(session), { state: "applied", fixes: 0, cells: 0 });
  });

  it("applies all safe fixes with what is in the files beside the notebook", async () => {
    open("BAD");
    const files = new Map([["a.py", { state: "absent" as const }]]);
    const seen: unknown[] = [];
    const beside = new NotebookSession({
      what: "notebook",
      path: () => "a.ipynb",
      notebook,
      account: account as unknown as Account,
      check: (checked, environment) => {
        seen.push(environment.files);
        return findBad(checked, account, true);
      },
      files: {
        environment: { files },
        read: () => Promise.resolve(false),
        renew: () => Promise.resolve(false),
        replace: () => Promise.resolve(undefined),
      },
      delay: () => 0,
    });
    beside.checkNow();
    await fixAll(beside);
    beside.dispose();
    assert.ok(seen.length > 2 && seen.every((one) => one === files));
  });

  it("checks again when a file beside the notebook says something else after a save", async () => {
    open("BAD");
    let isNew = true;
    const files = {
      environment: {},
      read: () => Promise.resolve(false),
      renew: () => Promise.resolve(isNew),
      replace: () => Promise.resolve(undefined),
    };
    const options = {
      what: "notebook" as const,
      path: () => "a.ipynb",
      notebook,
      account: account as unknown as Account,
      delay: () => 0,
    };
    let checks = 0;
    const check = (checked: Notebook): Report => {
      checks += 1;
      return findBad(checked, account, true);
    };
    const beside = new NotebookSession({ ...options, check, files });
    beside.checkNow();
    beside.filesChanged();
    beside.filesChanged();
    await nextReport(beside);
    assert.equal(checks, 2);
    isNew = false;
    beside.filesChanged();
    await new Promise((resolve) => setTimeout(resolve, 300));
    beside.dispose();
    assert.equal(checks, 2);
  });

  it("writes a fix into the file beside the notebook, and has a way back", async () => {
    open("BAD");
    let text = "a: 1";
    const files = {
      get environment() {
        return { files: new Map([["a.json", { state: "text", text } as const]]) };
      },
      read: () => Promise.resolve(false),
      renew: () => Promise.resolve(false),
      replace: (_: string, before: string, after: string) => {
        if (before !== text) return Promise.resolve("a.json was changed meanwhile");
        text = after;
        return Promise.resolve(undefined);
      },
    };
    const options = {
      what: "notebook" as const,
      path: () => "a.ipynb",
      notebook,
      account: account as unknown as Account,
      delay: () => 0,
    };
    const beside = new NotebookSession({ ...options, check: (one) => findBad(one, account, true), files });
    const fileEdits = [{ file: "a.json", from: 3, to: 4, text: "22" }];
    beside.checkNow();
    const { checked } = beside;
    const written = await applyToFiles(beside, { fileEdits }, checked);
    assert(written.state === "applied");
    assert.equal(text, "a: 22");
    assert.equal(await written.undo(), undefined);
    assert.equal(text, "a: 1");
    assert.equal(await written.undo(), "a.json was changed meanwhile");
    const tooFar = [{ file: "a.json", from: 9, to: 10, text: "" }];
    const beyond = await applyToFiles(beside, { fileEdits: tooFar }, checked);
    assert.deepEqual(beyond, { state: "refused", why: "the fix does not fit the file" });
    text = "# more\na: 1"; // a terminal has written it, and it was read again
    beside.checkNow();
    const late = await applyToFiles(beside, { fileEdits }, checked);
    assert.deepEqual(late, { state: "refused", why: "a.json was changed meanwhile" });
    assert.equal(text, "# more\na: 1");
    beside.dispose();
  });

  it("checks again when the notebook gets a kernel of another language", async () => {
    open("BAD");
    const languages: (string | undefined)[] = [];
    const asked = new NotebookSession({
      what: "notebook",
      path: () => "a.ipynb",
      notebook,
      account: account as unknown as Account,
      check: (checked) => {
        languages.push(checked.cells[0]?.language);
        return findBad(checked, account, true);
      },
      delay: () => 0,
    });
    asked.checkNow();
    notebook.setMetadata("language_info", { name: "R" });
    await nextReport(asked);
    notebook.setMetadata("language_info", { name: "pyspark" }); // Sparkmagic's
    await nextReport(asked);
    notebook.setMetadata("language_info", { name: "Python_Glue_Session" });
    notebook.setMetadata("trusted", true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    asked.dispose();
    assert.deepEqual(languages, ["python", "r", "python"]);
  });

  it("does nothing any more once it is closed, whatever is still under way", async () => {
    open("BAD LOOKUP");
    const { checked } = session;
    const finding = checked?.report.findings[0];
    assert(checked !== undefined && finding?.fixes[0] !== undefined);
    let reports = 0;
    session.reported.connect(() => (reports += 1));
    const [looking, fixing] = [session.lookUpFixes(finding), fixAll(session)];
    session.filesChanged();
    session.dispose();
    await looking;
    assert.equal((await fixing).state, "refused");
    assert.equal(session.apply(finding.fixes[0], checked).state, "refused");
    session.scheduleCheck();
    session.filesChanged();
    account.learn();
    notebook.getCell(0).setSource("BAD BAD");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(reports, 0);
    assert.equal(texts()[0], "BAD BAD");
    assert.equal(session.pending, false);
  });

  it("has its questions answered and checks again", () => {
    open("ASK");
    account.questions = [subnets];
    session.checkNow();
    assert.deepEqual(account.asked, [subnets]);
    account.learn();
    assert.equal(session.checked?.report.questions.length, 0);
  });

  it("has its questions answered after each Refresh, however often that is pressed", () => {
    open("ASK");
    account.questions = [subnets];
    for (let count = 1; count <= 10; count++) {
      for (const online of [false, true]) {
        Object.assign(account.state, { state: online ? "online" : "starting" });
        account.environment = { facts: new Map(), online };
        account.changed.emit();
      }
      assert.equal(account.asked.length, count);
    }
  });

  it("asks for fixes only when they are looked for, and says what is denied", async () => {
    open("BAD LOOKUP");
    const finding = session.checked?.report.findings[0];
    assert(finding !== undefined);
    assert.equal(account.asked.length, 0);
    account.gaps = [{ action: "ec2:DescribeSubnets", why: "denied", detail: "" }];
    const looked = await session.lookUpFixes(finding);
    assert.deepEqual(account.asked, [subnets]);
    assert.equal(looked.finding?.asks.length, 0);
    assert.deepEqual(looked.gaps, account.gaps);
  });

  it("tells of a failure of the check itself, and recovers", () => {
    open("x");
    const { error } = console;
    console.error = () => undefined;
    try {
      notebook.getCell(0).setSource("CRASH");
      session.checkNow();
    } finally {
      console.error = error;
    }
    assert.equal(session.failure, "the check crashed");
    assert.equal(session.checked, undefined);
    notebook.getCell(0).setSource("BAD");
    session.checkNow();
    assert.equal(session.failure, undefined);
    assert.equal(bad(0).length, 1);
  });
});

const subnets: Question = { kind: "subnets", id: "", region: "us-east-1" };

class FakeAccount {
  readonly changed = new Signal<this, void>(this);
  readonly state = { state: "online" };
  readonly asked: Question[] = [];
  asking = false;
  questions: readonly Question[] = [];
  gaps: Gap[] = [];
  environment = { facts: new Map<string, unknown>(), online: true };

  ask(questions: readonly Question[]): Promise<void> {
    this.asked.push(...questions);
    this.environment = { ...this.environment, facts: new Map([["known", true]]) };
    return Promise.resolve();
  }

  gapsIn(): Gap[] {
    return this.gaps;
  }

  learn(): void {
    this.questions = [];
    this.changed.emit();
  }
}

/** A check that finds the word BAD, whose fix mends all of the cell's; LOOKUP: after asking for subnets. */
function findBad({ cells }: Notebook, account: FakeAccount, isKnown: boolean): Report {
  const findings: Finding[] = cells.flatMap(({ text }, cell) => {
    if (text.includes("CRASH")) throw new Error("the check crashed");
    const places = [...text.matchAll(/BAD/g)].map(({ index }) => ({ cell, from: index, to: index + 3 }));
    return places.map((span) => ({
      rule: "bad",
      severity: "error",
      span,
      message: "BAD",
      why: "",
      source: "",
      evidence: [],
      related: [],
      fixes: [
        {
          title: "Mend",
          safety: text.includes("UNSAFE") ? "unsafe" : "safe",
          changes: [],
          edits: places.map((place) => ({ span: place, text: "GOOD" })),
        },
      ],
      asks: text.includes("LOOKUP") && !isKnown ? [subnets] : [],
      request: 0,
    }));
  });
  const requests = findings.map(({ span }) => ({ nameSpan: span, operation: "CreateTrainingJob" }));
  return {
    requests: requests as unknown as Report["requests"],
    findings,
    ignored: [],
    verdicts: [],
    questions: account.questions,
    gaps: [],
    objects: [],
    files: [],
    problems: [],
  };
}

function nextReport(session: NotebookSession): Promise<void> {
  return new Promise((resolve) => {
    const once = () => {
      session.reported.disconnect(once);
      resolve();
    };
    session.reported.connect(once);
  });
}
