import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { alternativesOf, knownList, type RuleRequest, type WrittenId } from "./rule-request.js";

export const subnetsInDifferentVpcs = defineRule({
  id: "subnets-in-different-vpcs",
  severity: "error",
  needs: ["subnets"],
  summary: "The subnets are in different VPCs",
  why: "A job runs in one VPC: its security groups, and so its subnets, have to be of the same.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  *check(request, { account }) {
    for (const subnets of alternativesOf(request, request.subnets)) {
      const byVpc = new Map<string, WrittenId[]>();
      for (const subnet of subnets) {
        const vpcId = account.subnet(subnet.value)?.vpcId;
        if (vpcId !== undefined) byVpc.set(vpcId, [...(byVpc.get(vpcId) ?? []), subnet]);
      }
      // The VPC with the most subnets is taken for the one that was meant; of equals the one written first.
      const [meant, ...others] = [...byVpc].sort(([, one], [, other]) => other.length - one.length);
      if (meant === undefined) continue;
      const [meantVpcId, meantSubnets] = meant;
      const fixes = proposeOneVpc(request, [...byVpc.keys()], byVpc);

      for (const [vpcId, strays] of others) {
        for (const { value, span, onOneBranch } of strays) {
          yield {
            span,
            message: `${value} is in ${vpcId}, but ${meantSubnets.map((subnet) => subnet.value).join(", ")} ${meantSubnets.length === 1 ? "is" : "are"} in ${meantVpcId}`,
            onOneBranch,
            facts: [value, ...meantSubnets.map((subnet) => subnet.value)].map((id) => ({
              kind: "subnet",
              id,
            })),
            related: meantSubnets.map((subnet) => ({
              span: subnet.span,
              message: `${subnet.value} is in ${meantVpcId}`,
            })),
            fixes,
          };
        }
      }
    }
  },
});

/** Keep the subnets of one VPC, one fix for each, the VPC with the most of them first. */
function proposeOneVpc(
  request: RuleRequest,
  vpcIds: readonly string[],
  byVpc: ReadonlyMap<string, readonly WrittenId[]>,
): readonly FixProposal[] {
  const path = request.settings.subnets;
  const all = knownList(request, path);
  if (path === undefined || all === undefined) return [];
  const count = (vpcId: string) => byVpc.get(vpcId)?.length ?? 0;
  return [...vpcIds]
    .sort((one, other) => count(other) - count(one))
    .map((vpcId) => ({
      propose: "set",
      title: `Keep only the subnets in ${vpcId}`,
      safety: "unsafe",
      changes: [{ path, value: all.filter((id) => byVpc.get(vpcId)?.some(({ value }) => value === id)) }],
    }));
}
