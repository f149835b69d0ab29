import * as inventory from "../account/inventory.js";
import type { Facts } from "../account/fact.js";
import type { Question, QuestionKind } from "../account/question.js";
import type { FieldPath } from "../requests/request.js";
import type { Settings } from "../requests/settings.js";
import type { AccountView } from "./account-view.js";
import type { RuleRequest, WrittenId } from "./rule-request.js";

/** What a rule can ask of the account about a request. */
export type Need = "subnets" | "securityGroups" | "securityGroupVpcs" | "volumeKey" | "outputKey";

interface LookUps {
  subnets: "subnet";
  securityGroups: "securityGroup";
  securityGroupVpcs: "securityGroupVpcs";
  volumeKey: "key";
  outputKey: "key";
}

/** The look-ups that a need allows. */
export type LookUp<N extends Need> = LookUps[N] & keyof AccountView;

/** The kind of question that answers a need. */
export const questionKinds: Readonly<Record<Need, QuestionKind>> = {
  subnets: "subnet",
  securityGroups: "securityGroup",
  securityGroupVpcs: "securityGroupVpcs",
  volumeKey: "key",
  outputKey: "key",
};

/** Where the request keeps what a need is about; `undefined`: the operation has no place for it. */
export function pathOf(need: Need, settings: Settings): FieldPath | undefined {
  switch (need) {
    case "subnets":
      return settings.subnets;
    case "securityGroups":
    case "securityGroupVpcs":
      return settings.securityGroupIds;
    case "volumeKey":
      return settings.volumeKmsKeyId;
    case "outputKey":
      return settings.outputKmsKeyId;
  }
}

/** The questions of a need, with the ids that the request is known to carry. */
export function questionsOf(
  need: Need,
  request: RuleRequest,
  region: string,
  facts: Facts,
): readonly Question[] {
  const ids = new Set(idsOf(need, request, region, facts).map(({ value }) => value));
  return [...ids].map((id) => ({ kind: questionKinds[need], id, region }));
}

function idsOf(need: Need, request: RuleRequest, region: string, facts: Facts): readonly WrittenId[] {
  switch (need) {
    case "subnets":
      return request.subnets;
    case "securityGroups":
      return request.securityGroupIds;
    case "securityGroupVpcs":
      return strayGroups(request, region, facts);
    case "volumeKey":
      return request.volumeKeys;
    case "outputKey":
      return request.outputKeys;
  }
}

/**
 * The groups of another VPC than some subnet of the job: only of those is it worth a call whether they are associated
 * with a second VPC. None as long as the VPCs are not known.
 */
function strayGroups(request: RuleRequest, region: string, facts: Facts): readonly WrittenId[] {
  const vpcIds = new Set<string>();
  for (const { value } of request.subnets) {
    const subnet = inventory.subnet(facts, value, region);
    if (subnet?.state === "present") vpcIds.add(subnet.value.vpcId);
  }
  return request.securityGroupIds.filter(({ value }) => {
    const group = inventory.securityGroup(facts, value, region);
    return group?.state === "present" && [...vpcIds].some((vpcId) => vpcId !== group.value.vpcId);
  });
}
