import * as vscode from "vscode";
import {
  FactStore,
  inStreams,
  noEnvironment,
  questionKey,
  type AccountDescription,
  type Environment,
  type Question,
} from "@sagemaker-preflight/core";
import { accountIdOf, disconnectionOf, type AccountState, type Disconnection } from "./account-state.js";
import type * as AwsBundle from "./aws.js";
import { missingProfile } from "./list-profiles.js";

/** Milliseconds. What is later counts as "timed out"; a later check asks again. */
const describeDeadline = 10_000;
const answerDeadline = 15_000;
/** Milliseconds. A sign-in in a terminal is noticed by the first check after this time. */
const retryAfter = 30_000;
const revalidateAfter = 30_000;

/** `facts`: a check may say something else now. `state`: only the status did. */
export type AccountChange = "facts" | "state";

/**
 * One account as an editor window sees it: a profile and a region. The AWS SDK is loaded with the first question,
 * never in an untrusted workspace, and nothing here is awaited by a check: what is not known yet is not known.
 */
export class Account implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<AccountChange>();
  readonly onDidChange = this.changed.event;

  private connection: Connection | undefined;
  private connecting: Promise<void> | undefined;
  private disconnected: (Disconnected & { since: number }) | undefined;
  private pending = 0;
  private revalidated = Date.now();
  /** Answers to questions of before a refresh are dropped. */
  private generation = 0;
  private connections = 0;

  /** @param loadAws, variables Replaced in tests. */
  constructor(
    private readonly choice: { readonly profile: string; readonly region: string; readonly live: boolean },
    private readonly log: vscode.LogOutputChannel,
    private readonly loadAws: () => Promise<Aws> = () => import("./aws.js"),
    private readonly variables: NodeJS.ProcessEnv = process.env,
  ) {}

  /** How often somebody was found who answers: what was asked before may have to be asked again. */
  get connectionCount(): number {
    return this.connections;
  }

  get profile(): string {
    return this.choice.profile;
  }

  get state(): AccountState {
    if (!this.choice.live) return { kind: "off" };
    if (!vscode.workspace.isTrusted) return { kind: "untrusted" };
    if (this.connecting !== undefined) return { kind: "connecting" };
    if (this.disconnected !== undefined) return this.disconnected;
    if (this.connection !== undefined) {
      const { description, store } = this.connection;
      const readAt = oldest(store);
      return {
        kind: "connected",
        description,
        pending: this.pending,
        ...(readAt === undefined ? {} : { readAt }),
      };
    }
    return { kind: "idle" };
  }

  get isAsking(): boolean {
    return this.connecting !== undefined || this.pending > 0;
  }

  /** What a check may know now. Never waits. */
  environment(): Environment {
    const mayAsk = this.choice.live && vscode.workspace.isTrusted && this.disconnected === undefined;
    const region = this.choice.region === "" ? this.connection?.description.region : this.choice.region;
    const { executionRole, profile } = this.connection?.description ?? {};
    return {
      ...noEnvironment,
      ...(region === undefined ? {} : { region }),
      facts: this.connection?.store.facts ?? noEnvironment.facts,
      online: mayAsk,
      ...(profile === undefined ? {} : { profile }),
      ...(executionRole === undefined ? {} : { executionRole }),
    };
  }

  /** Finds out which account this is, in the background; for documents that have a SageMaker job. */
  connect(): void {
    const { kind } = this.state;
    const waited = this.disconnected !== undefined && Date.now() - this.disconnected.since > retryAfter;
    if (kind === "idle" || (kind === "disconnected" && waited)) void this.start();
    if (kind === "connected") this.revalidate();
  }

  /** Asks again who we are, and forgets all answers. */
  refresh(): void {
    this.generation++;
    this.connection = undefined;
    this.connecting = undefined;
    this.disconnected = undefined;
    this.changed.fire("facts");
  }

  /**
   * Asks what has no answer yet. Never throws.
   *
   * @param deadline Milliseconds for all of it, finding out the account included.
   * @returns When all is answered, late or cancelled; the answers are in `environment()`.
   */
  async ask(
    questions: readonly Question[],
    deadline = answerDeadline,
    token?: vscode.CancellationToken,
  ): Promise<void> {
    if (!this.choice.live || !vscode.workspace.isTrusted) return;
    // What is there is shown while the rest is read
    const asking = Promise.all(inStreams(questions).map((part) => this.askStore(part))).catch(
      (error: unknown) => {
        this.log.error(`AWS could not be asked: ${messageOf(error)}`);
      },
    );
    await Promise.race([asking, timeOrCancel(deadline, token)]);
  }

  dispose(): void {
    this.generation++;
    this.changed.dispose();
  }

  /** Asks again, in the background, what has outlived its life. */
  private revalidate(): void {
    if (this.connection === undefined || Date.now() - this.revalidated < revalidateAfter) return;
    this.revalidated = Date.now();
    const { connection } = this;
    connection.store.revalidate().then(
      (news) => {
        if (news) this.noteExpiry(connection);
        if (news) this.changed.fire("facts");
      },
      (error: unknown) => {
        this.log.error(`AWS could not be asked: ${messageOf(error)}`);
      },
    );
  }

  private async askStore(questions: readonly Question[]): Promise<void> {
    if (this.connection === undefined || this.disconnected !== undefined) await this.start();
    const { connection, generation } = this;
    if (connection === undefined || this.disconnected !== undefined) return;
    const { store } = connection;
    const open = questions.filter((question) => !store.facts.has(questionKey(question)));
    const start = Date.now();
    this.pending += open.length;
    if (open.length > 0) this.changed.fire("state");
    let news = false;
    try {
      news = await store.ask(questions);
    } finally {
      this.pending -= open.length;
    }
    if (news) connection.keep();
    if (open.length > 0) this.log.info(`asked AWS: ${countsByKind(open)}; ${Date.now() - start} ms`);
    if (generation !== this.generation) return;
    if (news) this.noteExpiry(connection);
    if (news) this.changed.fire("facts");
    else if (open.length > 0) this.changed.fire("state");
  }

  /** Who has been signed out in the middle of the work is told so; what AWS said before still holds. */
  private noteExpiry(connection: Connection): void {
    if (connection !== this.connection || this.disconnected !== undefined) return;
    const { expired } = connection.store;
    if (expired === undefined) return;
    this.disconnected = { ...failed("expired", expired.detail), since: Date.now() };
    this.log.info(`AWS is not asked any more: expired: ${expired.detail}`);
  }

  private start(): Promise<void> {
    if (this.connecting === undefined) {
      this.connecting = this.describe(++this.generation);
      this.changed.fire("state");
    }
    return this.connecting;
  }

  private async describe(generation: number): Promise<void> {
    const start = Date.now();
    const next = await this.open().catch((error: unknown) => failed("failed", messageOf(error)));
    if (generation !== this.generation) return; // refreshed meanwhile
    this.connecting = undefined;
    if ("store" in next) {
      this.connections++;
      this.connection = next;
    }
    this.disconnected = "store" in next ? undefined : { ...next, since: Date.now() };
    this.log.info(
      "store" in next
        ? `account found in ${Date.now() - start} ms`
        : `AWS is not asked: ${next.why}: ${next.detail}`,
    );
    this.changed.fire("facts");
  }

  private async open(): Promise<Connection | Disconnected> {
    const { createAccountReader, DiskCache } = await this.loadAws();
    const { profile, region } = this.choice;
    const reader = createAccountReader({
      ...(profile === "" ? {} : { profile }),
      ...(region === "" ? {} : { region }),
    });
    const store = new FactStore({ reader, now: Date.now });
    const description = await Promise.race([store.describe(), timeOrCancel(describeDeadline)]);
    if (description === undefined) return failed("unreachable", `no answer in ${describeDeadline / 1000} s`);
    const lost = disconnectionOf(description.identity);
    if (lost?.why === "no credentials") {
      const missing = await missingProfile(profile, this.variables);
      if (missing !== undefined) return failed("no such profile", missing);
    }
    if (lost !== undefined) return failed(lost.why, lost.detail);
    const keep = await this.loadCache(new DiskCache(), store, description);
    return { store, description, keep };
  }

  /**
   * Takes the answers of the last start, when it is known whose they are.
   *
   * @returns Writes the answers of now.
   */
  private async loadCache(
    cache: InstanceType<typeof AwsBundle.DiskCache>,
    store: FactStore,
    description: AccountDescription,
  ): Promise<() => void> {
    const { region, endpoint } = description;
    const account = accountIdOf(description);
    if (account === undefined || region === undefined) return () => undefined;
    const key = { account, region, ...(endpoint === undefined ? {} : { endpoint }) };
    store.load(await cache.read(key));
    return () => {
      void cache.write(key, store.snapshot());
    };
  }
}

type Aws = Pick<typeof AwsBundle, "createAccountReader" | "DiskCache">;

interface Connection {
  readonly store: FactStore;
  readonly description: AccountDescription;
  /** Keeps the answers for the next start. */
  readonly keep: () => void;
}

type Disconnected = Extract<AccountState, { kind: "disconnected" }>;

function failed(why: Disconnection, detail: string): Disconnected {
  return { kind: "disconnected", why, detail };
}

/** `subnet 2, key 1` */
function countsByKind(questions: readonly Question[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of questions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(", ");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function oldest({ facts }: FactStore): number | undefined {
  let time: number | undefined;
  for (const { read } of facts.values()) time = Math.min(time ?? read.readAt, read.readAt);
  return time;
}

async function timeOrCancel(milliseconds: number, token?: vscode.CancellationToken): Promise<undefined> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    token?.onCancellationRequested(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  return undefined;
}
