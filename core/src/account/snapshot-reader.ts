import type { AccountReader } from "./account-reader.js";
import type { Fact, Facts, Reading } from "./fact.js";
import { listRows, withListedFacts } from "./listed-facts.js";
import { questionKey, type Question } from "./question.js";
import { readFor } from "./reads.js";
import type { SnapshotFile } from "./snapshot.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * Answers from a snapshot file, and asks nobody. What a list of the snapshot would have is there or absent, as of the
 * time when it was read; of everything else that the snapshot does not have nothing is known.
 *
 * @param path Only names it.
 */
export function createSnapshotReader(file: SnapshotFile, path: string): AccountReader {
  const facts: Facts = new Map(file.facts.map(([question, fact]) => [questionKey(question), fact]));
  const identity: Question = { kind: "identity", id: "", region: file.region };
  return {
    describe: () =>
      Promise.resolve({
        region: file.region,
        identity: facts.get(questionKey(identity)) ?? namedOnly(file),
        snapshot: { path, takenAt: file.takenAt },
      }),
    answer: (questions) => Promise.resolve(questions.map((question) => answer(question, facts, file))),
  };
}

/** Whoever took the snapshot; the account is known without them. */
function namedOnly({ account, region, takenAt }: SnapshotFile): Fact {
  const read: Reading = { call: "sts:GetCallerIdentity", account, region, readAt: takenAt };
  return { state: "present", value: { Account: account, Arn: `arn:aws:iam::${account}:root` }, read };
}

function answer(question: Question, facts: Facts, file: SnapshotFile): Fact {
  const { region } = question;
  const known = withListedFacts(facts, region).get(questionKey(question));
  return (
    known ??
    fromLists(question, facts, file.account) ??
    keyFrom(question, facts, file) ??
    notThere(question, file)
  );
}

/** What a list does not have is not there; of a VPC that has none of something the list is empty. */
function fromLists({ kind, region }: Question, facts: Facts, account: string): Fact | undefined {
  for (const { list, one, every } of listRows) {
    if (kind !== one && kind !== every) continue;
    const fact = facts.get(questionKey({ kind: list, id: "", region }));
    if (fact?.state !== "present" || fact.read.account !== account) continue;
    return kind === one ? { state: "absent", read: fact.read } : { ...fact, value: [] };
  }
  return undefined;
}

/** A key by another of its names, or one that the lists do not have. */
function keyFrom({ kind, id, region }: Question, facts: Facts, { account }: SnapshotFile): Fact | undefined {
  if (kind !== "key") return undefined;
  const list = (of: "keys" | "aliases") => {
    const fact = facts.get(questionKey({ kind: of, id: "", region }));
    return fact?.state === "present" && Array.isArray(fact.value)
      ? { read: fact.read, items: fact.value as readonly Members[] }
      : undefined;
  };
  const [keys, aliases] = [list("keys"), list("aliases")];
  if (keys === undefined || aliases === undefined) return undefined;
  const arn = /^arn:[^:]*:kms:([^:]*):(\d{12}):(key|alias)\/(.+)$/.exec(id);
  if (arn !== null && (arn[1] !== region || arn[2] !== account)) return undefined;
  const alias = aliases.items.find(({ AliasName, AliasArn }) => AliasName === id || AliasArn === id);
  const keyId = alias?.TargetKeyId ?? (arn?.[3] === "key" ? arn[4] : id);
  const own =
    typeof keyId === "string" ? facts.get(questionKey({ kind: "key", id: keyId, region })) : undefined;
  if (own !== undefined) return own;
  const isListed = alias !== undefined || keys.items.some(({ KeyId }) => KeyId === keyId);
  return isListed ? undefined : { state: "absent", read: keys.read };
}

function notThere(question: Question, { account, takenAt }: SnapshotFile): Fact {
  const read = readFor(question);
  const detail = `The snapshot of ${new Date(takenAt).toISOString()} does not have ${question.kind} ${question.id}`;
  return {
    state: "unreadable",
    why: "failed",
    action: read?.action ?? "",
    detail: detail.trimEnd(),
    read: {
      call: `${read?.service ?? ""}:${read?.operation ?? ""}`,
      account,
      region: question.region,
      readAt: takenAt,
    },
  };
}
