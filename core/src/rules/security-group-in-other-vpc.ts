import { defineRule } from "./define-rule.js";
import { nearest } from "./propose-nearest.js";
import { alternativesOf, fieldAt, type RuleRequest, type WrittenId } from "./rule-request.js";

export const securityGroupInOtherVpc = defineRule({
  id: "security-group-in-other-vpc",
  severity: "error",
  needs: ["subnets", "securityGroups", "securityGroupVpcs"],
  summary: "A security group is in another VPC than the subnets",
  why: "SageMaker takes security groups only of the VPC the subnets are in.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",
  references: {
    cfnLint: ["E3714"],
  },

  *check(request, { account }) {
    const subnetLists = listsOf(request, request.subnets);
    if (mayMiss(request, request.subnets) && mayMiss(request, request.securityGroupIds)) {
      yield { cannotTell: "which security groups go with which subnets differs by branch" };
      return;
    }

    for (const [index, subnets] of subnetLists.entries()) {
      const vpcIds = new Set(subnets.map(({ value }) => account.subnet(value)?.vpcId));
      const [vpcId] = vpcIds;
      if (vpcIds.size !== 1 || vpcId === undefined) {
        yield { cannotTell: "in which VPC the subnets are" }; // other rules speak of these subnets
        continue;
      }

      for (const { value: groupId, span, path, onOneBranch } of request.securityGroupIds) {
        const otherVpcId = account.securityGroup(groupId)?.vpcId;
        if (otherVpcId === undefined || otherVpcId === vpcId) continue;
        const isAssociated = account.securityGroupVpcs(groupId).includes(vpcId);
        yield {
          span,
          severity: isAssociated ? "warning" : "error",
          message: isAssociated
            ? `${groupId} is in ${otherVpcId} and only associated with ${vpcId}, where the subnets are; whether SageMaker takes it is not documented`
            : `${groupId} is in ${otherVpcId}, but the subnets are in ${vpcId}`,
          onOneBranch: onOneBranch || subnetLists.length > 1,
          facts: [
            { kind: "securityGroup", id: groupId },
            ...subnets.map(({ value }) => ({ kind: "subnet", id: value }) as const),
            { kind: "securityGroupVpcs", id: groupId },
          ],
          related: subnets.map((subnet) => ({
            span: subnet.span,
            message: `${subnet.value} is in ${vpcId}`,
          })),
          fixes:
            index === 0 && subnetLists.length === 1
              ? nearest(request, "securityGroup", path, groupId, vpcId)
              : [],
        };
      }
    }
  },
});

/** Those of each branch that has some. */
function listsOf(request: RuleRequest, ids: readonly WrittenId[]): readonly (readonly WrittenId[])[] {
  return alternativesOf(request, ids).filter((some) => some.length > 0);
}

/**
 * There are several lists, or may be more than is known: one of them may never meet a certain subnet or group in one request. A single
 * list that other branches leave out meets the other half's.
 */
function mayMiss(request: RuleRequest, ids: readonly WrittenId[]): boolean {
  const field = fieldAt(request, ids[0]?.path);
  return field?.state === "conditional" && (field.why !== undefined || listsOf(request, ids).length > 1);
}
