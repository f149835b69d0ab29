import type { Fact } from "./fact.js";
import type { Snapshot } from "./fact-store.js";
import { Members } from "./members.js";
import type { Question, QuestionKind } from "./question.js";
import { readFor } from "./reads.js";

/**
 * Facts from outside: the cache on disk, a snapshot file.
 * @param json `{ version: 1, facts: [[question, fact], …] }`
 * @returns The entries that are whole; nothing for another version.
 */
export function parseSnapshot(json: unknown): Snapshot {
  const file = new Members(json);
  if (file.number("version") !== 1 || file.problems.length > 0) return [];
  const { facts } = json as { facts?: unknown };
  return Array.isArray(facts) ? facts.flatMap(parseEntry) : [];
}

/** The facts of one account and region written down, for CI, for people without permissions, for offline work. */
export interface SnapshotFile {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** When the last fact was read; milliseconds since 1970, UTC. */
  readonly takenAt: number;
  readonly facts: Snapshot;
}

/** As JSON: what AWS said of one account, and nothing that failed. */
export function toSnapshotJson({ account, region, takenAt, facts }: SnapshotFile): object {
  return { version: 1, account, region, takenAt: new Date(takenAt).toISOString(), facts };
}

/** @returns `undefined`: it is no snapshot file of ours, or has no facts of the account that it names. */
export function parseSnapshotFile(json: unknown): SnapshotFile | undefined {
  const file = new Members(json);
  const [account, region, takenAt] = [file.string("account"), file.string("region"), file.string("takenAt")];
  const time = Date.parse(takenAt);
  if (file.problems.length > 0 || Number.isNaN(time)) return undefined;
  const facts = parseSnapshot(json).filter(([, { read }]) => read.account === account);
  return facts.length === 0 ? undefined : { account, region, takenAt: time, facts };
}

function parseEntry(entry: unknown): Snapshot {
  if (!Array.isArray(entry)) return [];
  const [asked, told] = entry as unknown[];
  const problems: string[] = [];
  const of = new Members(asked, "question", problems);
  const question = { kind: of.string("kind"), id: of.string("id"), region: of.string("region") };
  const fact = parseFact(told, problems);
  if (problems.length > 0 || fact === undefined || !isQuestion(question)) return [];
  return [[question, fact]];
}

function parseFact(told: unknown, problems: string[]): Fact | undefined {
  const fact = new Members(told, "fact", problems);
  const state = fact.string("state");
  const from = fact.inner("read");
  const read = {
    call: from.string("call"),
    account: from.string("account"),
    region: from.string("region"),
    readAt: from.number("readAt"),
  };
  if (state === "present" && fact.has("value")) {
    return { state, value: (told as { value: unknown }).value, read };
  }
  return state === "absent" ? { state, read } : undefined;
}

function isQuestion(question: { kind: string; id: string; region: string }): question is Question & {
  kind: QuestionKind;
} {
  return readFor(question) !== undefined;
}
