import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fact, Facts } from "../../core/src/account/fact.js";
import { questionKey, type Question } from "../../core/src/account/question.js";
import { readFor } from "../../core/src/account/reads.js";
import type { Environment } from "../../core/src/environment.js";

type Thing = Readonly<Record<string, unknown>>;

/** The API's own objects by the operation that lists them, as the recorder answers the SDK from them. */
const world = JSON.parse(readFileSync(join(import.meta.dirname, "world.json"), "utf8")) as {
  readonly region: string;
  readonly GetCallerIdentity: Thing;
  readonly DescribeKey: readonly Thing[];
} & Readonly<Record<string, readonly Thing[] | undefined>>;

/** The made-up account, with the answers to these questions. */
export function worldEnvironment(questions: Iterable<Question>): Environment {
  const facts: Facts = new Map([...questions].map((question) => [questionKey(question), answer(question)]));
  return { region: world.region, facts, online: true };
}

function answer(question: Question): Fact {
  const source = readFor(question);
  if (source === undefined) throw new Error(`no read answers ${questionKey(question)}`);
  const { service, operation, ask } = source;
  const account = String(world.GetCallerIdentity.Account);
  const read = { call: `${service}:${operation}`, account, region: question.region, readAt: 0 };
  const here = question.region === world.region;
  const things = here ? (world[operation] ?? []) : [];
  if (question.kind === "identity") return { state: "present", value: world.GetCallerIdentity, read };
  if (isOnPermissions.test(operation)) {
    return { state: "unreadable", why: "denied", action: source.action, detail: "", read };
  }
  if (ask.by === "list") return { state: "present", value: things, read };
  if (ask.by === "filter" && ask.answer === "every") {
    return { state: "present", value: things.filter((thing) => thing[ask.member] === question.id), read };
  }
  const value = here ? find(question, things, ask) : undefined;
  return value === undefined ? { state: "absent", read } : { state: "present", value, read };
}

/** What roles, keys and callers may do is not part of the world: nobody may read it there. */
const isOnPermissions = /Polic|Grants$|^GetRole$|^GetUser$|ForUser$|^ListParents$/;

function find(
  { id }: Question,
  things: readonly Thing[],
  ask: NonNullable<ReturnType<typeof readFor>>["ask"],
): Thing | undefined {
  if (ask.by === "filter") return things.find((thing) => thing[ask.member] === id);
  if (ask.by === "search") return things.find((thing) => ask.members.some((member) => thing[member] === id));
  const alias = world.ListAliases?.find(({ AliasName, AliasArn }) => [AliasName, AliasArn].includes(id));
  const key = alias?.TargetKeyId ?? id;
  return things.find(({ KeyId, Arn }) => [KeyId, Arn].includes(key));
}
