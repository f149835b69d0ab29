import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { fieldAt, knownList, type RuleRequest } from "./rule-request.js";

export const networkMixedWithDefaults = defineRule({
  id: "network-mixed-with-defaults",
  severity: "info",
  needs: [],
  summary: "Half of the VPC configuration is the call's, the other half the defaults file's",
  why: "The SDK merges the two by key. Subnets and security groups have to be of one VPC, and whoever changes one of the two places does not see the other.",
  remedy: "Give both subnets and security groups in the call, or neither.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  applies: ({ settings }) => settings.subnets !== undefined && settings.securityGroupIds !== undefined,

  *check(request) {
    const subnets = fieldAt(request, request.settings.subnets);
    const groups = fieldAt(request, request.settings.securityGroupIds);
    if (subnets === undefined || groups === undefined) return;
    for (const [given, what, other, otherWhat] of [
      [subnets, "subnets", groups, "security groups"],
      [groups, "security groups", subnets, "subnets"],
    ] as const) {
      const { origin } = other;
      if (
        origin.from !== "defaults file" ||
        given.origin.from === "defaults file" ||
        given.state === "unknown"
      )
        continue;
      yield {
        span: given.span ?? request.nameSpan,
        fixes: completedInCall(request, other === groups),
        message: `The ${what} are the call's, but the ${otherWhat} come from the SDK's defaults in ${origin.file}:${origin.line}`,
      };
    }
  },
});

/** The other half is given in the call as well, of the same VPC as the half that is. */
function completedInCall(request: RuleRequest, lacksGroups: boolean): readonly FixProposal[] {
  const { subnets: subnetsPath, securityGroupIds: securityGroupIdsPath } = request.settings;
  const kept = knownList(request, lacksGroups ? subnetsPath : securityGroupIdsPath);
  if (subnetsPath === undefined || securityGroupIdsPath === undefined || kept === undefined) return [];
  const half = lacksGroups ? { subnets: kept } : { securityGroupIds: kept };
  return [{ propose: "network", subnetsPath, securityGroupIdsPath, ...half, safety: "unsafe", keyPaths: [] }];
}
