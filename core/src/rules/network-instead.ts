import type { FixProposal } from "./fix-proposal.js";
import { isMissing, type RuleRequest } from "./rule-request.js";

/** Where a VPC is named by its id alone, which no operation takes: a network of that VPC in its place. */
export function networkInstead(
  request: RuleRequest,
): Extract<FixProposal, { propose: "network" }> | undefined {
  const { subnets, securityGroupIds } = request.settings;
  if (subnets === undefined || securityGroupIds === undefined) return undefined;
  const given = request.problems.find(
    ({ kind, path, member }) =>
      kind === "unknown" && member === "VpcId" && `${path}.Subnets` === subnets && path !== "",
  );
  const value = given?.value?.kind === "constant" ? given.value.data : undefined;
  const areMissing = isMissing(request, subnets) === true && isMissing(request, securityGroupIds) === true;
  if (given?.nameSpan === undefined || given.onOneBranch || !areMissing) return undefined;
  return {
    propose: "network",
    subnetsPath: subnets,
    securityGroupIdsPath: securityGroupIds,
    // A placeholder names none
    ...(typeof value === "string" && /^vpc-\w+$/.test(value) ? { vpcId: value } : {}),
    insteadOf: { at: given.nameSpan, name: "VpcId" },
    safety: "unsafe",
    keyPaths: [],
  };
}
