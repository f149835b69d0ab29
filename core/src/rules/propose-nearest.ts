import type { FieldPath } from "../requests/request.js";
import type { FixProposal } from "./fix-proposal.js";
import { fieldAt, knownList, type RuleRequest } from "./rule-request.js";

/** The real ids most like `id`; none where the field is not known whole, so that it cannot be written anew. */
export function nearest(
  request: RuleRequest,
  kind: "subnet" | "securityGroup" | "key",
  path: FieldPath,
  id: string,
  vpcId?: string,
): readonly FixProposal[] {
  const isKnown = knownList(request, path) !== undefined || typeof fieldAt(request, path)?.value === "string";
  if (!isKnown || fieldAt(request, path)?.state !== "known") return [];
  const neighbours = [...request.subnets, ...request.securityGroupIds].flatMap(({ kind, value }) =>
    value === id || kind === "key" ? [] : [{ kind, id: value }],
  );
  return [{ propose: "nearest", kind, path, id, neighbours, ...(vpcId === undefined ? {} : { vpcId }) }];
}
