import * as inventory from "../account/inventory.js";
import type { Answer } from "../account/inventory.js";
import type { Facts } from "../account/fact.js";
import type { Key, SecurityGroup, SecurityGroupVpc, Subnet } from "../account/resources.js";
import type { Evidence } from "../report.js";
import { answerTo } from "./account-view.js";
import type { FactReference } from "./define-rule.js";

/** What AWS said of the thing, with the call, the account, the region and the time; `undefined` if it said nothing. */
export function evidenceOf(fact: FactReference, facts: Facts, region: string): Evidence | undefined {
  const { kind, id } = fact;
  switch (kind) {
    case "subnet":
      return reading(id, inventory.subnet(facts, id, region), saysSubnet);
    case "securityGroup":
      return reading(id, inventory.securityGroup(facts, id, region), saysSecurityGroup);
    case "securityGroupVpcs":
      return reading(id, inventory.securityGroupVpcs(facts, id, region), saysSecurityGroupVpcs);
    case "key":
      return reading(id, inventory.key(facts, id, region), saysKey);
    default:
      return reading(id, answerTo(facts, { kind, id, region }), () => fact.says);
  }
}

function reading<T>(
  id: string,
  answer: Answer<T> | undefined,
  says: (id: string, value: T) => string,
): Evidence | undefined {
  if (answer === undefined || answer.state === "unreadable") return undefined;
  const { read } = answer;
  if (answer.state === "absent") {
    return { kind: "reading", says: `${id} is not in account ${read.account}, ${read.region}`, read };
  }
  return { kind: "reading", says: says(id, answer.value), read };
}

function saysSubnet(id: string, { vpcId, availabilityZone }: Subnet): string {
  return `${id} is in ${vpcId}, ${availabilityZone}`;
}

function saysSecurityGroup(id: string, { vpcId, groupName }: SecurityGroup): string {
  return `${id} (${groupName}) is in ${vpcId}`;
}

function saysSecurityGroupVpcs(id: string, associations: readonly SecurityGroupVpc[]): string {
  const others = associations.filter(({ state }) => state === "associated").map(({ vpcId }) => vpcId);
  return others.length === 0
    ? `${id} is associated with no other VPC`
    : `${id} is associated with ${others.join(", ")}`;
}

function saysKey(id: string, key: Key): string {
  const name = id === key.arn || id === key.keyId ? id : `${id} (${key.keyId})`;
  return `${name} is ${key.keyState ?? "not used yet"}: ${key.keySpec}, ${key.keyUsage}`;
}
