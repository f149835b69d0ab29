import type { AccountDescription, AccountReader } from "./account-reader.js";
import type { Fact, Facts, Unreadable } from "./fact.js";
import { identityOf } from "./inventory.js";
import { questionKey, type Question } from "./question.js";
import { asksWithId, readFor, readsTable } from "./reads.js";
import { streamOf, type Stream } from "./streams.js";

export interface FactStoreOptions {
  readonly reader: AccountReader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds for one round of questions. */
  readonly deadline?: number;
}

/** What a store keeps between two starts of a host. */
export type Snapshot = readonly (readonly [Question, Fact])[];

/**
 * The facts of one account, shared by all notebooks of a host. Answers live as long as the reads table says; an
 * older one stays in `facts` until `revalidate` has a newer. No question is under way twice.
 */
export class FactStore {
  readonly #reader: AccountReader;
  readonly #now: () => number;
  readonly #deadline: number;
  #entries = new Map<string, Entry>();
  #facts: Facts = new Map();
  /** The rounds that are being gathered: what need not wait for each other has rounds of its own. */
  #gathering = new Map<Stream, Round>();
  #underWay = new Map<string, Promise<boolean>>();
  #generation = 0;
  #caller: string | undefined;

  constructor({ reader, now, deadline = 10_000 }: FactStoreOptions) {
    this.#reader = reader;
    this.#now = now;
    this.#deadline = deadline;
  }

  /** A new map whenever something changed; never changed in place. */
  get facts(): Facts {
    return this.#facts;
  }

  /** What could not be asked because the credentials have expired; undefined: nothing. */
  get expired(): Extract<Fact, { state: "unreadable" }> | undefined {
    for (const fact of this.#facts.values())
      if (fact.state === "unreadable" && fact.why === "expired") return fact;
    return undefined;
  }

  /**
   * Has the questions answered that have no current answer. Those asked in the same tick, by whomever, go to the
   * reader together, each stream by itself: who need not wait for all of them asks `inStreams`.
   * @param deadline Milliseconds for this round, when they are fewer than the store's own.
   * @returns True when `facts` now says something else than before.
   */
  async ask(questions: Iterable<Question>, deadline = Infinity): Promise<boolean> {
    const rounds = new Set<Promise<boolean>>();
    for (const question of questions) {
      const key = questionKey(question);
      const underWay = this.#underWay.get(key);
      if (underWay !== undefined) rounds.add(underWay);
      else if (!this.#isCurrent(this.#entries.get(key))) rounds.add(this.#enqueue(key, question, deadline));
    }
    return (await Promise.all(rounds)).includes(true);
  }

  /**
   * Asks again what has outlived its life, and what could not be read when it is time to try again; cheap when there
   * is nothing. Old lists are dropped instead: they are read when a fix is asked for, never on their own.
   */
  async revalidate(): Promise<boolean> {
    const old = [...this.#entries].filter(([, entry]) => !this.#isCurrent(entry));
    const [withId, lists] = [
      old.filter(([, entry]) => entry.renews),
      old.filter(([, entry]) => !entry.renews),
    ];
    for (const [key] of lists) this.#entries.delete(key);
    if (lists.length > 0) this.#publish();
    return this.ask(withId.map(([, { question }]) => question));
  }

  /** Asks who the caller is; facts read by somebody else, or before there were credentials, are dropped. */
  async describe(): Promise<AccountDescription> {
    const description = await this.#reader.describe();
    const who = identityOf(description.identity);
    if (who.state === "present") {
      const caller = `${who.value.account} ${who.value.arn}`;
      if (this.#caller !== undefined && this.#caller !== caller) this.refresh();
      else this.#keep(({ fact }) => isOf(who.value.account, fact) && !awaitsCredentials(fact));
      this.#caller = caller;
      this.#note(description);
    }
    return description;
  }

  /** Who the caller is need not be asked again where it was just told. */
  #note({ region, identity }: AccountDescription): void {
    if (region === undefined || region !== identity.read.region) return;
    const question = { kind: "identity", id: "", region } as const;
    this.#entries.set(questionKey(question), toEntry(question, identity));
    this.#publish();
  }

  /** Forgets everything; what is under way is not taken either. */
  refresh(): void {
    this.#generation += 1;
    this.#underWay = new Map();
    this.#gathering = new Map();
    this.#keep(() => false);
  }

  /** What is worth keeping for the next start: what AWS said, not what failed. */
  snapshot(): Snapshot {
    return [...this.#entries.values()]
      .filter(({ fact }) => fact.state !== "unreadable")
      .map(({ question, fact }) => [question, fact]);
  }

  /** Takes what `snapshot` gave, unless something newer is known. The facts keep their age. */
  load(snapshot: Snapshot): void {
    for (const [question, fact] of snapshot) {
      const key = questionKey(question);
      if (!this.#entries.has(key) && readFor(question) !== undefined) {
        this.#entries.set(key, toEntry(question, fact));
      }
    }
    this.#publish();
  }

  #isCurrent(entry: Entry | undefined): boolean {
    return entry !== undefined && this.#now() < entry.due;
  }

  #enqueue(key: string, question: Question, deadline: number): Promise<boolean> {
    const stream = streamOf(question);
    const round = this.#gathering.get(stream) ?? this.#gather(stream);
    round.questions.set(key, question);
    // Who waits longer is not served worse by who asks with it
    const longest = stream === "slow" ? slowFactor * this.#deadline : this.#deadline;
    round.patience = Math.max(round.patience, Math.min(deadline, longest));
    this.#underWay.set(key, round.answered);
    return round.answered;
  }

  #gather(stream: Stream): Round {
    const round: Round = { questions: new Map(), patience: 0, answered: Promise.resolve(false) };
    this.#gathering.set(stream, round);
    round.answered = this.#startRound(stream, round, this.#generation);
    return round;
  }

  async #startRound(stream: Stream, round: Round, generation: number): Promise<boolean> {
    await Promise.resolve(); // all that is asked in this tick joins the round
    if (generation !== this.#generation) return true;
    const asked = [...round.questions];
    const deadline = round.patience;
    this.#gathering.delete(stream);
    const facts = await this.#answers(
      asked.map(([, question]) => question),
      deadline,
    );
    if (generation !== this.#generation) return true; // refreshed meanwhile: whoever waits asks again

    let news = false;
    asked.forEach(([key, question], index) => {
      this.#underWay.delete(key);
      const fact = facts[index];
      if (fact === undefined) return;
      const before = this.#entries.get(key);
      if (before !== undefined && this.#outlasts(before.fact, fact)) {
        this.#entries.set(key, { ...before, due: this.#now() + retryAfter });
        return;
      }
      news ||= before === undefined || saysElse(before.fact, fact);
      this.#entries.set(key, toEntry(question, fact));
    });
    const account = facts.find(({ read }) => read.account !== "")?.read.account;
    if (account !== undefined) this.#keep(({ fact }) => isOf(account, fact));
    else this.#publish();
    return news;
  }

  /** A passing failure does not take away what AWS said a while ago. */
  #outlasts(before: Fact, after: Fact): boolean {
    return (
      before.state !== "unreadable" &&
      after.state === "unreadable" &&
      passing.has(after.why) &&
      this.#now() < before.read.readAt + longest
    );
  }

  async #answers(questions: readonly Question[], deadline: number): Promise<readonly Fact[]> {
    const { maxQuestions } = readsTable;
    const parts = Array.from({ length: Math.ceil(questions.length / maxQuestions) }, (_, part) =>
      questions.slice(part * maxQuestions, (part + 1) * maxQuestions),
    );
    const answers = await Promise.all(
      parts.map(async (part) => {
        try {
          const facts = await this.#reader.answer(part, deadline);
          return part.map(
            (question, index) => facts[index] ?? this.#failed(question, "There was no answer."),
          );
        } catch (error) {
          const detail = error instanceof Error ? error.message : String(error);
          return part.map((question) => this.#failed(question, detail));
        }
      }),
    );
    return answers.flat();
  }

  #failed(question: Question, detail: string): Fact {
    const read = readFor(question);
    const call = read ? `${read.service}:${read.operation}` : "";
    return {
      state: "unreadable",
      why: "failed",
      action: read?.action ?? "",
      detail,
      read: { call, account: "", region: question.region, readAt: this.#now() },
    };
  }

  #keep(isKept: (entry: Entry) => boolean): void {
    this.#entries = new Map([...this.#entries].filter(([, entry]) => isKept(entry)));
    this.#publish();
  }

  #publish(): void {
    this.#facts = new Map([...this.#entries].map(([key, { fact }]) => [key, fact]));
  }
}

/** Questions that go to the reader together. */
interface Round {
  readonly questions: Map<string, Question>;
  /** Milliseconds. */
  patience: number;
  answered: Promise<boolean>;
}

/** So many times longer than others a slow question may take. */
const slowFactor = 3;

interface Entry {
  readonly question: Question;
  readonly fact: Fact;
  /** When it is to be asked again; milliseconds since 1970. */
  readonly due: number;
  /** Whether it is asked again when it is old. */
  readonly renews: boolean;
}

const second = 1000;
/** What was not there may have been made since: sooner than the table's life. */
const absentLife = 60 * second;
const deniedLife = 300 * second;
const retryAfter = 30 * second;
/** So long an old answer stands in for one that failed. */
const longest = 3600 * second;
const passing: ReadonlySet<Unreadable> = new Set(["throttled", "unreachable", "timed out", "failed"]);

function toEntry(question: Question, fact: Fact): Entry {
  const read = readFor(question);
  const renews = read !== undefined && (asksWithId(read) || question.kind === "identity");
  return { question, fact, due: fact.read.readAt + lifeOf(fact, (read?.life ?? 0) * second), renews };
}

function lifeOf(fact: Fact, life: number): number {
  switch (fact.state) {
    case "present":
      return life;
    case "absent":
      return Math.min(life, absentLife);
    case "unreadable":
      if (awaitsCredentials(fact)) return Infinity;
      return fact.why === "denied" ? deniedLife : retryAfter;
  }
}

/** Only `refresh`, or an identity that can be read again, mends these. */
function awaitsCredentials(fact: Fact): boolean {
  return fact.state === "unreadable" && (fact.why === "expired" || fact.why === "no credentials");
}

function isOf(account: string, { read }: Fact): boolean {
  return read.account === "" || read.account === account;
}

function saysElse(before: Fact, after: Fact): boolean {
  const [said, says] = [before, after].map((fact) => JSON.stringify({ ...fact, read: fact.read.account }));
  return said !== says;
}
