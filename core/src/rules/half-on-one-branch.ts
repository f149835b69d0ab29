import type { FieldPath, Json } from "../requests/request.js";
import type { FixProposal } from "./fix-proposal.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/**
 * Where one half of a VPC is given on some branches and the other half is the same on all: what completes it everywhere.
 * None where branches have different ids, since what is added would be of the VPC of some of them only.
 */
export function completedWhereMissing(
  request: RuleRequest,
  subnetsPath: FieldPath,
  securityGroupIdsPath: FieldPath,
): readonly FixProposal[] {
  const subnets = onlyIds(request, subnetsPath);
  const securityGroupIds = onlyIds(request, securityGroupIdsPath);
  // Both are there: what is missing on one branch is what the other has, and the author's to say
  if (subnets === undefined || securityGroupIds === undefined) return [];
  if (subnets.length > 0 === securityGroupIds.length > 0) return [];
  return [
    {
      propose: "network",
      subnetsPath,
      securityGroupIdsPath,
      ...(subnets.length > 0 ? { subnets } : { securityGroupIds }),
      sendsNeither: true,
      onlyWhereMissing: true,
      safety: "unsafe",
      keyPaths: [],
    },
  ];
}

/** The ids of all branches that have some; none: no branch has. Undefined: they differ, or are not known whole. */
function onlyIds(request: RuleRequest, path: FieldPath): readonly string[] | undefined {
  const field = fieldAt(request, path);
  if (field === undefined) return [];
  if (field.state !== "known" && (field.state !== "conditional" || field.why !== undefined)) return undefined;
  const values = field.state === "known" ? [field.value] : (field.values ?? []);
  const lists = values.filter((value) => value !== undefined && value !== null);
  const [first, ...others] = lists;
  if (first === undefined) return [];
  const isSame = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return isSame && isListOfTexts(first) ? first : undefined;
}

function isListOfTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
