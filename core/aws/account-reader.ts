import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { AccountDescription, AccountReader } from "../src/account/account-reader.js";
import type { Fact, Reading } from "../src/account/fact.js";
import { identityOf } from "../src/account/inventory.js";
import { questionKey, type Question } from "../src/account/question.js";
import type { Read } from "../src/account/read.js";
import { readFor, readsTable, takesId } from "../src/account/reads.js";
import { urgencyOf } from "../src/account/streams.js";
import { executionRoleHere } from "./execution-role-here.js";
import { executeRead, type Outcome } from "./execute-read.js";
import { orAbort } from "./or-abort.js";
import { Session } from "./session.js";
import { DeadlineError, whyUnreadable } from "./unreadable.js";

export interface AccountReaderOptions {
  /** A name in the shared config and credentials files; absent: the environment's. */
  readonly profile?: string;
  /** Where notebook code names none; absent: `AWS_REGION`, `AWS_DEFAULT_REGION`, then the profile's. */
  readonly region?: string;
  /** For all services; absent: what `AWS_ENDPOINT_URL` and the profile say. */
  readonly endpoint?: string;
}

/** Milliseconds for `describe`: other calls, whose clients have to be loaded, may be under way at its side. */
const describeDeadline = 15_000;
/** Milliseconds for which the caller's account number, or that it cannot be told, is taken as current. */
const accountLife = 60_000;
/** Milliseconds that answers wait for it: in a VPC without a way to STS they would wait for nothing. */
const accountPatience = 1000;

/** Asks AWS with the user's own credentials: SDK v3 and its whole credential chain. */
export function createAccountReader(options: AccountReaderOptions = {}): AccountReader {
  return new SdkAccountReader(options);
}

class SdkAccountReader implements AccountReader {
  readonly #options: AccountReaderOptions;
  #session: Session;
  #account: { readonly id: string; readonly session: Session; readonly readAt: number } | undefined;
  #describing: Session | undefined;
  /** Who asks while it is being found out waits for the same answer. */
  #finding: { readonly session: Session; readonly account: Promise<string> } | undefined;

  constructor(options: AccountReaderOptions) {
    this.#options = options;
    this.#session = new Session(options);
  }

  /** Reads credentials and config files anew: whoever logs in again in a terminal is seen here. */
  async describe(): Promise<AccountDescription> {
    const session = new Session(this.#options);
    this.#session = session;
    return before(describeDeadline, async (signal) => {
      const named = orAbort(session.region(), signal).catch(() => undefined);
      const role = orAbort(executionRoleHere(), signal).catch(() => undefined);
      this.#describing = session;
      const identity = await this.#readIdentity(session, named, signal);
      if (this.#describing === session) this.#describing = undefined;
      const [region, executionRole] = [await named, await role];
      const endpoint = session.foreignEndpoint();
      const { profile = process.env.AWS_PROFILE } = this.#options;
      return {
        identity,
        ...(region === undefined ? {} : { region }),
        ...(profile === undefined || profile === "" ? {} : { profile }),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(executionRole === undefined ? {} : { executionRole }),
      };
    });
  }

  async answer(questions: readonly Question[], deadline: number): Promise<readonly Fact[]> {
    const session = this.#session;
    return before(deadline, async (signal) => {
      const groups = groupByRead(questions);
      // Whoever is being described is waited for: nothing is shown before that, and facts should say whose they are
      const patience = this.#describing === session ? deadline : accountPatience;
      const account = this.#readAccount(session, questions[0]?.region ?? stsRegion, signal);
      const facts = new Map<string, Fact>();
      const asking = groups.map(async ({ read, region, ids }) => {
        const outcomes = await executeRead(read, ids, (operation, input) =>
          session.call(read.service, region, operation, input, signal, urgencyOf(read.kind, read.pace)),
        );
        const reading = { call: callOf(read), account: "", region, readAt: Date.now() };
        outcomes.forEach((outcome, index) => {
          const question = { kind: read.kind, id: ids[index] ?? "", region };
          facts.set(questionKey(question), toFact(outcome, read, reading));
        });
      });
      await Promise.all(asking);
      const number = await Promise.race([account, after(patience)]);
      return questions.map((question) => {
        const fact = facts.get(questionKey(question)) ?? refused(question);
        return { ...fact, read: { ...fact.read, account: number } };
      });
    });
  }

  /** The caller's account number; empty when it cannot be told. */
  async #readAccount(session: Session, region: string, signal: AbortSignal): Promise<string> {
    const known = this.#account;
    if (known?.session === session && Date.now() < known.readAt + accountLife) return known.id;
    if (this.#finding?.session === session) return this.#finding.account;
    const fact = await this.#readIdentity(session, region, signal);
    return fact.read.account;
  }

  async #readIdentity(
    session: Session,
    region: string | Promise<string | undefined>,
    signal: AbortSignal,
  ): Promise<Fact> {
    const fact = this.#askIdentity(session, region, signal);
    const finding = { session, account: fact.then(({ read }) => read.account) };
    this.#finding = finding;
    try {
      return await fact;
    } finally {
      if (this.#finding === finding) this.#finding = undefined;
    }
  }

  async #askIdentity(
    session: Session,
    named: string | Promise<string | undefined>,
    signal: AbortSignal,
  ): Promise<Fact> {
    const region = (await named) ?? stsRegion;
    const question: Question = { kind: "identity", id: "", region };
    const [group] = groupByRead([question]);
    if (group === undefined) return refused(question);
    const { read } = group;
    const [outcome] = await executeRead(read, [""], (operation, input) =>
      session.call(read.service, region, operation, input, signal),
    );
    if (outcome === undefined) return refused(question);
    const reading = { call: callOf(read), account: "", region, readAt: Date.now() };
    const fact = toFact(outcome, read, reading);
    const who = identityOf(fact);
    const id = who.state === "present" ? who.value.account : "";
    this.#account = { id, session, readAt: reading.readAt };
    return { ...fact, read: { ...reading, account: id } };
  }
}

/** Where the identity is asked when no region is known; STS answers the same everywhere in a partition. */
const stsRegion = "us-east-1";

interface Group {
  readonly read: Read;
  readonly region: string;
  readonly ids: string[];
}

/** The questions that one row of the table answers in one region, each id once; without those it refuses. */
function groupByRead(questions: readonly Question[]): readonly Group[] {
  const region = new RegExp(readsTable.regionPattern);
  const groups = new Map<string, Group>();
  for (const question of questions) {
    const read = readFor(question);
    if (read === undefined || !region.test(question.region)) continue;
    if (!takesId(read, question.id)) continue;
    const key = `${readsTable.reads.indexOf(read)} ${question.region}`;
    const group = groups.get(key) ?? { read, region: question.region, ids: [] };
    groups.set(key, group);
    if (!group.ids.includes(question.id)) group.ids.push(question.id);
  }
  return [...groups.values()];
}

function toFact(outcome: Outcome, read: Read, reading: Reading): Fact {
  if (outcome.state !== "unreadable") return { ...outcome, read: reading };
  return { state: "unreadable", ...whyUnreadable(outcome.error), action: read.action, read: reading };
}

/** A question that no row of the table fits, or that could not be asked as it is. */
function refused(question: Question): Fact {
  const read = readFor(question);
  return {
    state: "unreadable",
    why: "failed",
    action: read?.action ?? "",
    detail: `Not a question that can be asked: ${questionKey(question).slice(0, 200)}`,
    read: { call: read ? callOf(read) : "", account: "", region: question.region, readAt: Date.now() },
  };
}

const callOf = ({ service, operation }: Read): string => `${service}:${operation}`;

/** Runs with a signal that aborts at the deadline; the timer does not keep the process alive. */
async function before<T>(milliseconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // one for each call under way
  const timer = setTimeout(() => {
    controller.abort(new DeadlineError());
  }, milliseconds);
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function after(milliseconds: number): Promise<string> {
  return sleep(milliseconds, "", { ref: false });
}
