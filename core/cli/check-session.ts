import { isAbsolute } from "node:path";
import type { AccountDescription, AccountReader } from "../src/account/account-reader.js";
import { mostFiles, type FileAnswer, type SdkDefaultsPlaces } from "../src/files/file-answer.js";
import type { ExecutionRole } from "../src/account/execution-role.js";
import type { Facts } from "../src/account/fact.js";
import { FactStore, type Snapshot } from "../src/account/fact-store.js";
import { questionKey, type Question } from "../src/account/question.js";
import { inStreams } from "../src/account/streams.js";
import type { Environment } from "../src/environment.js";
import type { Notebook } from "../src/notebook/notebook.js";
import type { PolicyInForce } from "../src/policy/team-policy.js";
import type { Report } from "../src/report.js";
import { sentence } from "./text-summary.js";

/** One notebook's check; it may keep what it read of the cells from one call to the next. */
export type Check = (notebook: Notebook, environment: Environment) => Report;

export interface CheckSessionOptions {
  readonly createChecker: () => Check;
  /** Absent: offline. Called at most once, and only when there is something to ask. */
  readonly openAccount?: () => Promise<AccountReader>;
  /** Where the code names none; the account's own (the profile's) applies when this is absent. */
  readonly region?: string;
  /** The profile that AWS is asked with, where it is known before. */
  readonly profile?: string;
  readonly sdkVersion?: string;
  /** What notebooks get from `get_execution_role()` where they will run; the account's own applies when absent. */
  readonly executionRole?: ExecutionRole;
  readonly now: () => number;
  /** Milliseconds for all that is asked of AWS in one call of `check`, whatever the number of rounds. */
  readonly budget?: number;
  /** The same for one round; what is late is told so. */
  readonly roundDeadline?: number;
  /** Reads a file that the check of a notebook asks for. Absent: none is read. */
  readonly readFile?: (notebookUri: string, path: string) => FileAnswer;
  readonly sdkDefaults?: SdkDefaultsPlaces;
  /** The notebooks stand for what is at AWS already. */
  readonly isSubmitted?: boolean;
  /** What the team asks of a notebook; the same object each time. */
  readonly policyOf?: (notebookUri: string) => PolicyInForce | undefined;
}

export interface CheckOptions {
  /** Also ask what only the fixes need: lists of subnets, groups and keys to choose from. */
  readonly withChoices: boolean;
}

/**
 * Checks many notebooks against one account. The questions of all of them are asked together, each once, so that a
 * thousand notebooks cost as many calls as one.
 */
export class CheckSession {
  readonly #options: CheckSessionOptions;
  readonly #checkers = new Map<string, Check>();
  /** By notebook, then by path; they are read once, so that all checks of a notebook see the same. */
  readonly #files = new Map<string, ReadonlyMap<string, FileAnswer>>();
  /** The same for every notebook. */
  #defaultsFiles: ReadonlyMap<string, FileAnswer> | undefined;
  #environment: Environment;
  #store: FactStore | undefined;
  #description: AccountDescription | undefined;
  #failure: string | undefined;
  /** Notebooks whose report rests on who was asked, or on that nobody could be. */
  readonly #ofAccount = new Set<string>();
  #isRoleNew = false;

  constructor(options: CheckSessionOptions) {
    this.#options = options;
    const { region, profile, sdkVersion, openAccount, sdkDefaults, executionRole, isSubmitted } = options;
    this.#environment = {
      facts: new Map(),
      online: openAccount !== undefined,
      ...(region === undefined ? {} : { region }),
      ...(profile === undefined ? {} : { profile }),
      ...(sdkVersion === undefined ? {} : { sdkVersion }),
      ...(executionRole === undefined ? {} : { executionRole }),
      ...(sdkDefaults === undefined ? {} : { sdkDefaults }),
      ...(isSubmitted ? { isSubmitted: true } : {}),
    };
  }

  /** Which account was asked; absent when none had to be. */
  get account(): AccountDescription | undefined {
    return this.#description;
  }

  /** Why nobody could be asked, one sentence. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** The account told which role notebooks get, which the options had not: that holds for every notebook. */
  get isRoleNew(): boolean {
    return this.#isRoleNew;
  }

  /** Whether a notebook's report may be another one with another account, or at another time. */
  isOfAccount(notebookUri: string): boolean {
    return this.#isRoleNew || this.#ofAccount.has(notebookUri);
  }

  /** What its check was told of files: those that it asked for, and the SDK's defaults. */
  filesOf(notebookUri: string): ReadonlyMap<string, FileAnswer> {
    return this.#files.get(notebookUri) ?? this.#defaultsFiles ?? new Map<string, FileAnswer>();
  }

  /** All that AWS said to this session. */
  get answers(): Snapshot {
    return this.#store?.snapshot() ?? [];
  }

  /**
   * Asks what no check asks.
   * @param wanted A region that goes before the one of the account's settings.
   * @returns The facts there are then, and the region asked; none when nobody can be asked, or no region is known.
   */
  async lookUp(
    wanted: string | undefined,
    questionsIn: (region: string) => readonly Question[],
  ): Promise<{ readonly facts: Facts; readonly region: string } | undefined> {
    if (this.#store === undefined && this.#environment.online) await this.#connect();
    const region = wanted ?? this.#environment.region;
    if (this.#store === undefined || region === undefined) return undefined;
    await this.#store.ask(questionsIn(region));
    this.#environment = { ...this.#environment, facts: this.#store.facts };
    return { facts: this.#store.facts, region };
  }

  /** @returns One report for each notebook, in the same order; final, or as far as `maxTurns` came. */
  async check(notebooks: readonly Notebook[], { withChoices }: CheckOptions): Promise<readonly Report[]> {
    const end = this.#options.now() + (this.#options.budget ?? defaultBudget);
    const reports = notebooks.map((notebook) => this.#checkOne(notebook));
    const checkAgain = (isDue: (report: Report) => boolean) => {
      for (const [i, report] of reports.entries()) {
        const notebook = notebooks[i];
        if (notebook !== undefined && isDue(report)) reports[i] = this.#checkOne(notebook);
      }
    };
    const asked = new Set<string>();
    const underWay = new Set<Promise<void>>();
    let [answers, taken] = [0, 0];
    const ask = (store: FactStore, isTurn: (question: Question) => boolean = () => true) => {
      const questions = new Map<string, Question>();
      for (const question of reports.flatMap((report) => questionsOf(report, withChoices))) {
        const key = questionKey(question);
        if (!asked.has(key) && isTurn(question)) questions.set(key, question);
      }
      for (const key of questions.keys()) asked.add(key);
      const left = Math.max(1, end - this.#options.now());
      for (const stream of inStreams(questions.values())) {
        const answered = store.ask(stream, left).then(() => {
          underWay.delete(answered);
          answers += 1;
        });
        underWay.add(answered);
      }
    };
    const open = new Set(
      reports.filter((report) => questionsOf(report, withChoices).length > 0 || this.#lacksRegion(report)),
    );
    const isConnected = this.#store !== undefined || this.#failure !== undefined;
    for (const [i, { uri }] of notebooks.entries()) {
      const report = reports[i];
      if (isConnected || report === undefined || open.has(report)) this.#ofAccount.add(uri);
    }
    if (this.#store === undefined && this.#environment.online && open.size > 0) {
      const { executionRole } = this.#environment;
      await this.#connect((store) => {
        ask(store, ({ kind }) => kind !== "identity");
      });
      // With the account's region, or knowing that nobody will answer; jobs that ask nothing may take the role told now
      this.#isRoleNew = this.#environment.executionRole !== executionRole;
      checkAgain((report) => this.#isRoleNew || open.has(report));
    }
    // What an answer leads to is asked at once, whatever else is still under way
    for (let turn = 0; this.#store !== undefined && turn < maxTurns; turn += 1) {
      ask(this.#store);
      if (answers === taken && underWay.size === 0) break;
      if (answers === taken) await Promise.race(underWay);
      taken = answers;
      const { facts } = this.#store;
      this.#environment = { ...this.#environment, facts };
      checkAgain((report) =>
        questionsOf(report, withChoices).some((question) => facts.has(questionKey(question))),
      );
    }
    return reports;
  }

  #checkOne(notebook: Notebook): Report {
    let check = this.#checkers.get(notebook.uri);
    if (check === undefined) this.#checkers.set(notebook.uri, (check = this.#options.createChecker()));
    const report = this.#withFiles(check, notebook);
    // What is final needs no cache: a folder of a thousand notebooks must not stay in memory.
    if (report.questions.length === 0 && report.findings.every(({ asks }) => asks.length === 0))
      this.#checkers.delete(notebook.uri);
    return report;
  }

  /** What a file says can lead to further files: a module that imports another. */
  #withFiles(check: Check, notebook: Notebook): Report {
    const { readFile, policyOf } = this.#options;
    const policy = policyOf?.(notebook.uri);
    const environment = { ...this.#environment, ...(policy === undefined ? {} : { policy }) };
    if (readFile === undefined) return check(notebook, environment);
    let files = this.#files.get(notebook.uri) ?? (this.#defaultsFiles ??= this.#readDefaults(notebook));
    let report = check(notebook, { ...environment, files });
    for (let round = 0; round < maxFileRounds; round += 1) {
      const asked = report.files.filter((path) => !files.has(path)).slice(0, mostFiles - files.size);
      if (asked.length === 0) break;
      files = new Map([...files, ...asked.map((path) => [path, readFile(notebook.uri, path)] as const)]);
      this.#files.set(notebook.uri, files);
      report = check(notebook, { ...environment, files });
    }
    return report;
  }

  /** Jobs whose region only the account's own settings can tell ask nothing before it is known. */
  #lacksRegion({ requests }: Report): boolean {
    return (
      this.#environment.online &&
      this.#environment.region === undefined &&
      requests.some(({ region }) => region === undefined)
    );
  }

  /** Most notebooks ask for the defaults of this machine: read before they do, they cost no check of their own. */
  #readDefaults({ uri }: Notebook): ReadonlyMap<string, FileAnswer> {
    const { readFile, sdkDefaults } = this.#options;
    const paths = [sdkDefaults?.administrator.path, sdkDefaults?.user.path].filter(
      (path) => path !== undefined && isAbsolute(path),
    );
    return new Map(
      paths.flatMap((path) => (readFile && path !== undefined ? [[path, readFile(uri, path)]] : [])),
    );
  }

  /**
   * Afterwards there is a store to ask, or the environment says that nobody will answer.
   * @param meanwhile Asks what need not wait for who the caller is, where a region is known and somebody waits.
   */
  async #connect(meanwhile: (store: FactStore) => void = () => undefined): Promise<void> {
    try {
      const reader = await this.#options.openAccount?.();
      if (reader === undefined) return;
      const store = new FactStore({
        reader,
        now: this.#options.now,
        ...(this.#options.roundDeadline === undefined ? {} : { deadline: this.#options.roundDeadline }),
      });
      const described = store.describe();
      const isHurried = this.#options.roundDeadline === undefined;
      if (isHurried && this.#environment.region !== undefined) meanwhile(store);
      const description = await this.#inTime(described);
      const { identity, region, executionRole, profile } = description;
      if (
        identity.state === "unreadable" &&
        (identity.why === "no credentials" || identity.why === "expired")
      ) {
        const [whose, named] =
          profile === undefined ? ["", ""] : [` of the profile ${profile}`, ` --profile ${profile}`];
        this.#goOffline(
          `AWS was not asked, ${reasons[identity.why]}${whose}: ${sentence(identity.detail)} Sign in (aws sso login${named}) or name a profile (--profile).`,
        );
        return;
      }
      this.#description = description;
      this.#store = store;
      this.#environment = {
        ...this.#environment,
        facts: store.facts,
        ...(profile === undefined ? {} : { profile }),
      };
      if (this.#environment.executionRole === undefined && executionRole !== undefined)
        this.#environment = { ...this.#environment, executionRole };
      if (this.#environment.region === undefined && region !== undefined)
        this.#environment = { ...this.#environment, region };
    } catch (error) {
      this.#goOffline(`AWS was not asked: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** @throws When there is no answer within the budget: nobody waits for who is asked. */
  async #inTime<T>(promise: Promise<T>): Promise<T> {
    const { budget = defaultBudget } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`there was no answer in ${budget / 1000} s`));
      }, budget);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #goOffline(failure: string): void {
    this.#failure = failure;
    this.#environment = { ...this.#environment, online: false };
  }
}

/** Modules that import modules: more than this is not followed. */
const maxFileRounds = 8;

const defaultBudget = 30_000;

/** An answer can raise a question (a group's VPC, then its associations), in each stream; more than this is a loop. */
const maxTurns = 40;

function questionsOf({ questions, findings }: Report, withChoices: boolean): readonly Question[] {
  return withChoices ? [...questions, ...findings.flatMap(({ asks }) => asks)] : questions;
}

const reasons = {
  expired: "the credentials have expired",
  "no credentials": "there are no credentials",
} as const;
