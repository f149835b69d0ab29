import type { FieldPath } from "../requests/request.js";
import type { FixProposal } from "./fix-proposal.js";
import { isMissing, type RuleRequest } from "./rule-request.js";

/**
 * A key for the field at `path`; and, where the call leaves out more, one fix that mends all of it. A key is never
 * "safe" to add unseen: whether the job's role may use it, its policy says and is not read.
 */
export function proposeKeys(
  request: RuleRequest,
  path: FieldPath,
  missingPaths: readonly FieldPath[],
): readonly FixProposal[] {
  const { vpcExpected, subnets, securityGroupIds } = request.settings;
  const one: FixProposal = { propose: "key", paths: [path], safety: "unsafe" };
  const noNetwork =
    vpcExpected &&
    request.halfVpc === undefined &&
    // It is there under a name that would stay
    !request.problems.some(({ kind, path }) => kind === "unknown" && path.endsWith("VpcConfig")) &&
    isMissing(request, subnets) === true &&
    isMissing(request, securityGroupIds) === true;
  if (noNetwork && subnets !== undefined && securityGroupIds !== undefined) {
    const all: FixProposal = {
      propose: "network",
      subnetsPath: subnets,
      securityGroupIdsPath: securityGroupIds,
      safety: "unsafe",
      keyPaths: missingPaths,
    };
    return [one, all];
  }
  if (missingPaths.length > 1) return [one, { propose: "key", paths: missingPaths, safety: "unsafe" }];
  return [one];
}
