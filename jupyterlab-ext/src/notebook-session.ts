import { PathExt } from "@jupyterlab/coreutils";
import { Signal } from "@lumino/signaling";
import {
  languageOf,
  policyFileName,
  requestNamedAt,
  type Environment,
  type Finding,
  type Fix,
  type Gap,
  type JobRequest,
  type Notebook,
  type Question,
  type Report,
} from "@sagemaker-preflight/core";
import type { Account } from "./account.js";
import { applyFix } from "./apply-fix.js";
import type { Applied } from "./apply-fix.js";
import {
  asNotebook,
  checkedIndex,
  findingsOf,
  readCells,
  sameCells,
  type CellSource,
  type CheckedNotebook,
  type SharedCell,
} from "./checked-notebook.js";
import type { FilesBeside } from "./files-beside.js";
import type { KernelEnvironment } from "./kernel-settings.js";
import type { PolicyOfNotebook } from "./policy-of-notebook.js";
import { Renewal } from "./renewal.js";

/** The shared model of one open notebook or file, as far as a session needs it. */
export interface SharedNotebook extends CellSource {
  readonly changed: { connect(slot: () => void): unknown; disconnect(slot: () => void): unknown };
}

export interface SessionOptions {
  /** In a sentence for the user. */
  readonly what: "notebook" | "file";
  readonly path: () => string;
  readonly notebook: SharedNotebook;
  readonly account: Account;
  readonly check: (notebook: Notebook, environment: Environment) => Report;
  /** Absent: no file is read. */
  readonly files?: Pick<FilesBeside, "environment" | "read" | "renew" | "replace">;
  /** Absent: the team asks nothing. */
  readonly policy?: Pick<PolicyOfNotebook, "environment" | "problems" | "isRead" | "renew">;
  /** Absent: its kernel has what the server has, or there is none. */
  readonly kernel?: () => KernelEnvironment;
  /** Milliseconds between the last change and the check. */
  readonly delay: () => number;
}

/** A fix list may lead to further questions: VPCs first, their subnets next. */
export const mostRounds = 6;

/**
 * The checks of one open notebook or file. Findings belong to cells of the shared model, so that they are right for cells
 * that have no editor, were moved, split, merged or undone; editors only show them.
 */
export class NotebookSession {
  /** A new report, or (undefined) none yet. */
  readonly reported = new Signal<this, void>(this);
  readonly what: SessionOptions["what"];
  readonly notebook: SharedNotebook;
  readonly account: Account;
  readonly #options: SessionOptions;
  readonly #watched = new Set<SharedCell>();
  #checked: CheckedNotebook | undefined;
  /** What the last check knew of the account. */
  #environment: Environment | undefined;
  /** Of the notebook that was last checked. */
  #language: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #renewal = new Renewal((changed) => void this.#renewFiles(changed));
  #rounds = 0;
  #failure: string | undefined;
  #isDisposed = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.what = options.what;
    this.notebook = options.notebook;
    this.account = options.account;
    this.notebook.changed.connect(this.#onNotebookChanged);
    this.account.changed.connect(this.#onFacts);
    this.#watchCells();
    this.scheduleCheck();
  }

  /** The last report and the cells it speaks of. */
  get checked(): CheckedNotebook | undefined {
    return this.#checked;
  }

  /** The text has changed since the last report. */
  get pending(): boolean {
    return this.#timer !== undefined;
  }

  /** Set when the check itself failed, which is a bug of this extension: the user is told instead of left in doubt. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** What is wrong with the team's policy files. */
  get policyProblems(): readonly string[] {
    return this.#options.policy?.problems ?? [];
  }

  /** What writes into the files beside it; absent: no file is read. */
  get files(): SessionOptions["files"] {
    return this.#options.files;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** The findings of a cell with this text, from its start to its end; null while they are not known. */
  findingsOf(cell: SharedCell, text: string): readonly Finding[] | null {
    return findingsOf(this.#checked, cell, text);
  }

  /** The job whose call has its name at a place of a cell with this text. */
  requestNamedAt(cell: SharedCell, text: string, position: number): JobRequest | undefined {
    const checked = this.#checked;
    const index = checkedIndex(checked, cell, text);
    if (checked === undefined || index === undefined) return undefined;
    return requestNamedAt(checked.report, { cell: index, offset: position });
  }

  /** The text and the facts of this moment, and their report; undefined when the check failed. */
  current():
    | { readonly checked: CheckedNotebook; readonly notebook: Notebook; readonly environment: Environment }
    | undefined {
    if (
      this.pending ||
      this.#checked === undefined ||
      !sameCells(this.#checked.cells, readCells(this.notebook))
    )
      this.checkNow();
    const checked = this.#checked;
    if (checked === undefined || this.#isDisposed) return undefined;
    const notebook = asNotebook(this.#options.path(), this.notebook, checked.cells);
    return { checked, notebook, environment: this.#knowledge };
  }

  /** What the check says of another text of the notebook, with the facts of this moment. */
  reportOn(notebook: Notebook): Report {
    return this.#options.check(notebook, this.#knowledge);
  }

  /** Asks AWS and checks again. @returns Whether there is anything new; never when nobody can be asked. */
  async learn(questions: readonly Question[]): Promise<boolean> {
    if (this.account.state.state !== "online" || this.#isDisposed) return false;
    const before = this.#environment?.facts;
    await this.account.ask(questions);
    if (this.#knowsMore()) this.checkNow(); // else the account's own signal has had it checked
    return this.#environment?.facts !== before;
  }

  /** The cell of the shared model that a span counts in, as long as it is in the notebook. */
  cellAt(index: number): SharedCell | undefined {
    return this.#checked?.cells[index]?.cell;
  }

  scheduleCheck(): void {
    if (this.#isDisposed) return;
    clearTimeout(this.#timer);
    this.#rounds = 0;
    this.#timer = setTimeout(() => {
      this.checkNow();
    }, this.#options.delay());
  }

  /** Checks the notebook as it is now and tells everyone who shows it. Never throws. */
  checkNow(): void {
    if (this.#isDisposed) return; // closed while something was being read
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const cells = readCells(this.notebook);
    try {
      const notebook = asNotebook(this.#options.path(), this.notebook, cells);
      this.#language = languageOf(this.notebook.getMetadata());
      const isBack = this.#environment?.online === false && this.#knowledge.online;
      if (isBack) this.#rounds = 0; // signed in again, or asked to ask again: what was answered before may be forgotten
      this.#environment = this.#knowledge;
      const report = this.reportOn(notebook);
      const { files } = this.#environment;
      this.#checked = files === undefined ? { cells, report } : { cells, report, files };
      this.#failure = undefined;
    } catch (error) {
      this.#checked = undefined;
      this.#failure = error instanceof Error ? error.message : String(error);
      console.error("SageMaker Preflight could not check this notebook", error);
    }
    this.reported.emit();
    this.#answerQuestions();
    void this.#readFiles();
  }

  /**
   * Asks for what the fixes of a finding still need and checks again.
   *
   * @returns The finding with its fixes, undefined when it is gone meanwhile, and what could not be asked.
   */
  async lookUpFixes(finding: Finding): Promise<{ finding: Finding | undefined; gaps: Gap[] }> {
    const cell = this.cellAt(finding.span.cell);
    const asked = [];
    let current: Finding | undefined = finding;
    for (let round = 0; round < mostRounds && current !== undefined && current.asks.length > 0; round++) {
      asked.push(...current.asks);
      await this.account.ask(current.asks);
      if (this.#knowsMore()) this.checkNow();
      current = this.#again(finding, cell);
    }
    return { finding: current, gaps: this.account.gapsIn(asked) };
  }

  /** Applies a fix of a report on `checked` and checks at once. */
  apply(fix: Pick<Fix, "edits">, checked: CheckedNotebook): Applied {
    if (this.#isDisposed) return { state: "refused", why: "it was closed" };
    const cells = new Set(this.notebook.cells);
    const applied = applyFix(fix, checked, ({ cell }) => cells.has(cell));
    this.checkNow();
    return applied;
  }

  /**
   * Files were saved, made or deleted: perhaps some that the last check looked at.
   *
   * @param paths Where, in the server; absent: nobody knows.
   */
  filesChanged(paths?: readonly string[]): void {
    if (!this.#isDisposed) this.#renewal.schedule(paths);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#renewal.cancel();
    clearTimeout(this.#timer);
    this.notebook.changed.disconnect(this.#onNotebookChanged);
    this.account.changed.disconnect(this.#onFacts);
    for (const cell of this.#watched) cell.changed.disconnect(this.#onCellChanged);
    this.#watched.clear();
    Signal.clearData(this);
  }

  readonly #onNotebookChanged = (): void => {
    this.#watchCells();
    const now = readCells(this.notebook);
    const isChecked =
      this.#checked !== undefined &&
      sameCells(this.#checked.cells, now) &&
      this.#language === languageOf(this.notebook.getMetadata()); // another kernel may speak another one
    if (!isChecked) this.scheduleCheck();
  };

  readonly #onCellChanged = (_cell: unknown, change: { readonly sourceChange?: unknown }): void => {
    if (change.sourceChange !== undefined) this.scheduleCheck();
  };

  /** A check that is due anyway takes the new facts along. */
  readonly #onFacts = (): void => {
    if (!this.pending && !this.account.asking && this.#knowsMore()) this.checkNow();
  };

  get #knowledge(): Environment {
    const { files, policy, kernel } = this.#options;
    return {
      ...this.account.environment,
      ...kernel?.(),
      ...(files?.environment ?? {}),
      ...(policy?.environment ?? {}),
    };
  }

  #knowsMore(): boolean {
    const { facts, online, region } = this.#knowledge;
    const before = this.#environment;
    return before?.facts !== facts || before.online !== online || before.region !== region;
  }

  #watchCells(): void {
    const cells = new Set(this.notebook.cells);
    for (const cell of this.#watched) {
      if (cells.has(cell)) continue;
      cell.changed.disconnect(this.#onCellChanged);
      this.#watched.delete(cell);
    }
    for (const cell of cells) {
      if (this.#watched.has(cell)) continue;
      cell.changed.connect(this.#onCellChanged);
      this.#watched.add(cell);
    }
  }

  /** Modules lead to modules: each answer has the notebook checked again, until nothing is asked for. */
  async #readFiles(): Promise<void> {
    const paths = this.#checked?.report.files ?? [];
    const { files, policy } = this.#options;
    const first = policy?.isRead === false ? policy.renew() : undefined;
    const isNew = (await Promise.all([files?.read(paths), first])).includes(true);
    if (isNew && !this.#isDisposed && !this.pending) this.checkNow();
  }

  async #renewFiles(changed: readonly string[] | undefined): Promise<void> {
    const { files, policy } = this.#options;
    const isPolicy = (path: string) =>
      PathExt.basename(path) === policyFileName || this.#options.path().startsWith(`${path}/`); // or a folder above
    const mayBePolicy = changed?.some(isPolicy) !== false;
    const policies = mayBePolicy ? policy?.renew() : undefined;
    const isNew = (await Promise.all([files?.renew(changed), policies])).includes(true);
    if (isNew) this.scheduleCheck();
  }

  #answerQuestions(): void {
    const questions = this.#checked?.report.questions ?? [];
    if (questions.length === 0 || this.account.asking || this.#rounds >= mostRounds) return;
    if (this.account.state.state !== "online") return;
    this.#rounds += 1;
    void this.account.ask(questions);
  }

  /** A finding of an older report as the present one has it, where the text is the same. */
  present(finding: Finding, { cells }: CheckedNotebook): Finding | undefined {
    const now = this.current()?.checked;
    if (now === undefined || !sameCells(now.cells, cells)) return undefined;
    return this.#again(finding, cells[finding.span.cell]?.cell);
  }

  /** The finding of the present report that a finding of an older one has become. */
  #again(finding: Finding, cell: SharedCell | undefined): Finding | undefined {
    const index = this.#checked?.cells.findIndex((candidate) => candidate.cell === cell) ?? -1;
    return this.#checked?.report.findings.find(
      ({ rule, span }) =>
        rule === finding.rule &&
        span.cell === index &&
        span.from === finding.span.from &&
        span.to === finding.span.to,
    );
  }
}
