import type { Facts } from "../src/account/fact.js";
import * as inventory from "../src/account/inventory.js";
import { questionKey, type Question, type QuestionKind } from "../src/account/question.js";
import type { SnapshotFile } from "../src/account/snapshot.js";
import { nameOfS3 } from "../src/rules/s3-addresses.js";
import type { CheckSession } from "./check-session.js";

export interface TakenSnapshot {
  readonly file: SnapshotFile;
  /** What could not be read, once for each action: checks that need it will say that they cannot tell. */
  readonly gaps: readonly string[];
}

const lists: readonly QuestionKind[] = [
  "identity",
  "vpcs",
  "subnets",
  "securityGroups",
  "routeTables",
  "vpcEndpoints",
  "keys",
  "aliases",
];
const ofEachVpc: readonly QuestionKind[] = ["networkAcls", "vpcDnsSupport", "vpcDnsHostnames"];

/**
 * Reads all of an account and region that jobs can rest on: its networks and keys, as lists. What the session's checks
 * asked besides goes into the snapshot too.
 *
 * @returns Why there is none, where nobody could be asked.
 */
export async function takeSnapshot(
  session: CheckSession,
  wanted: string | undefined,
): Promise<TakenSnapshot | { readonly problem: string }> {
  const question = (kind: QuestionKind, region: string): Question => ({ kind, id: "", region });
  const first = await session.lookUp(wanted, (region) => lists.map((kind) => question(kind, region)));
  if (first === undefined) return { problem: session.failure ?? "No region is set: --region names one" };
  const { region } = first;
  const told = await session.lookUp(region, () => followUps(first.facts, region));
  const facts = session.answers.filter(([, { read }]) => read.region === region);
  const times = facts.map(([, { read }]) => read.readAt);
  const account = facts.find(([, { read }]) => read.account !== "")?.[1].read.account;
  if (account === undefined) return { problem: "AWS does not say which account it is" };
  const gaps = [...(told?.facts ?? []).values()].flatMap((fact) =>
    fact.state === "unreadable" ? [`${fact.action || fact.read.call} (${fact.why}): ${fact.detail}`] : [],
  );
  return {
    file: { account, region, takenAt: times.reduce((latest, time) => Math.max(latest, time), 0), facts },
    gaps: [...new Set(gaps)],
  };
}

/** What the things of the lists lead to. */
function followUps(facts: Facts, region: string): readonly Question[] {
  const question = (kind: QuestionKind, id: string): Question => ({ kind, id, region });
  const listed = <T>(answer: inventory.Answer<readonly T[]> | undefined): readonly T[] =>
    answer?.state === "present" ? answer.value : [];
  const vpcs = listed(inventory.vpcs(facts, region));
  const targets = listed(inventory.routeTables(facts, region)).flatMap(({ routes }) =>
    routes.map(({ target }) => target),
  );
  const all = [
    question("prefixList", nameOfS3(region)),
    ...vpcs.flatMap(({ vpcId }) => ofEachVpc.map((kind) => question(kind, vpcId))),
    ...vpcs.flatMap(({ dhcpOptionsId }) =>
      dhcpOptionsId === undefined || dhcpOptionsId === "default"
        ? []
        : [question("dhcpOptions", dhcpOptionsId)],
    ),
    ...targets.filter((target) => target.startsWith("nat-")).map((id) => question("natGateway", id)),
    ...listed(inventory.securityGroups(facts, region)).map(({ groupId }) =>
      question("securityGroupVpcs", groupId),
    ),
    ...listed(inventory.keyIds(facts, region)).map((id) => question("key", id)),
  ];
  return [...new Map(all.map((one) => [questionKey(one), one])).values()];
}
