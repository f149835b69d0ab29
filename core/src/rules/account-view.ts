import * as inventory from "../account/inventory.js";
import type { Answer } from "../account/inventory.js";
import type { Facts } from "../account/fact.js";
import type { Question } from "../account/question.js";
import type { Key, SecurityGroup, Subnet } from "../account/resources.js";
import { readKeyReference } from "./key-reference.js";

/**
 * The account as rules see it. `undefined`: AWS said that it does not exist in the account and region. Only ids of the
 * request can be looked up; what could not be read never reaches a rule.
 */
export interface AccountView {
  /** Where the ids were looked up, for a message: "account 111122223333, us-east-1". */
  readonly place: string;
  subnet(id: string): Subnet | undefined;
  securityGroup(id: string): SecurityGroup | undefined;
  /** The VPCs that the group may be used in besides its own. */
  securityGroupVpcs(id: string): readonly string[];
  key(id: string): Key | undefined;
}

export function accountView(facts: Facts, region: string): AccountView {
  return {
    get place() {
      return placeOf(facts, region);
    },
    subnet: (id) => valueOf(inventory.subnet(facts, id, region)),
    securityGroup: (id) => valueOf(inventory.securityGroup(facts, id, region)),
    securityGroupVpcs: (id) =>
      (valueOf(inventory.securityGroupVpcs(facts, id, region)) ?? [])
        .filter(({ state }) => state === "associated")
        .map(({ vpcId }) => vpcId),
    key: (id) => valueOf(inventory.key(facts, id, region)),
  };
}

/** The answer to a question that a need asks, as far as it proves something. */
export type Proof = Answer<unknown> | { readonly state: "no proof"; readonly why: string } | undefined;

/**
 * AWS's word on a question. KMS says "not found" of another account's key also when it only must not be seen, so that
 * is no proof.
 */
export function proofOf(facts: Facts, question: Question): Proof {
  const answer = answerTo(facts, question);
  if (question.kind !== "key" || answer?.state !== "absent") return answer;
  const { account } = readKeyReference(question.id);
  if (account === undefined || account === answer.read.account) return answer;
  return { state: "no proof", why: `whether account ${account} has the key ${question.id}` };
}

function answerTo(facts: Facts, { kind, id, region }: Question): Answer<unknown> | undefined {
  switch (kind) {
    case "subnet":
      return inventory.subnet(facts, id, region);
    case "securityGroup":
      return inventory.securityGroup(facts, id, region);
    case "securityGroupVpcs":
      return inventory.securityGroupVpcs(facts, id, region);
    case "key":
      return inventory.key(facts, id, region);
    default:
      return undefined;
  }
}

function valueOf<T>(answer: Answer<T> | undefined): T | undefined {
  return answer?.state === "present" ? answer.value : undefined;
}

/** Every answer knows the account it is of; the region's first will do. */
function placeOf(facts: Facts, region: string): string {
  for (const { state, read } of facts.values()) {
    if (state !== "unreadable" && read.region === region && read.account !== "")
      return `account ${read.account}, ${region}`;
  }
  return `this account, ${region}`;
}
