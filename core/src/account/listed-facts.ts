import type { Fact, Facts } from "./fact.js";
import { questionKey, type QuestionKind } from "./question.js";

/**
 * The facts, and what the lists of a region say of single things too: nobody has to ask again for a subnet that was
 * listed. What was asked for by its id stands.
 */
export function withListedFacts(facts: Facts, region: string): Facts {
  const known = remembered.get(facts)?.get(region);
  if (known !== undefined) return known;
  const all = new Map<string, Fact>();
  for (const { list, one, id, every } of listRows) {
    const fact = facts.get(questionKey({ kind: list, id: "", region }));
    if (fact?.state !== "present" || !Array.isArray(fact.value)) continue;
    const say = (kind: QuestionKind, of: string, value: unknown) =>
      all.set(questionKey({ kind, id: of, region }), { ...fact, value });
    const byVpc = new Map<string, unknown[]>();
    for (const item of fact.value as readonly Readonly<Record<string, unknown>>[]) {
      const [own, vpc] = [item[id], item.VpcId];
      if (one !== undefined && typeof own === "string") say(one, own, item);
      if (typeof vpc === "string") byVpc.set(vpc, [...(byVpc.get(vpc) ?? []), item]);
    }
    if (every !== undefined) for (const [vpc, items] of byVpc) say(every, vpc, items);
  }
  for (const [key, fact] of facts) all.set(key, fact);
  const ofFacts = remembered.get(facts) ?? new Map<string, Facts>();
  remembered.set(facts, ofFacts.set(region, all));
  return all;
}

/** Which single questions a list answers: by the thing's own id, and all of a VPC. */
export const listRows: readonly {
  readonly list: QuestionKind;
  readonly one?: QuestionKind;
  readonly id: string;
  readonly every?: QuestionKind;
}[] = [
  { list: "subnets", one: "subnet", id: "SubnetId" },
  { list: "securityGroups", one: "securityGroup", id: "GroupId" },
  { list: "vpcs", one: "vpc", id: "VpcId" },
  { list: "routeTables", id: "RouteTableId", every: "vpcRouteTables" },
  { list: "vpcEndpoints", id: "VpcEndpointId", every: "endpointsOfVpc" },
];

const remembered = new WeakMap<Facts, Map<string, Facts>>();
