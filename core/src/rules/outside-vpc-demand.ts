import { isAsked, type DemandPath, type TeamPolicy } from "../policy/team-policy.js";
import type { Demand } from "./define-rule.js";

/** Of rules about jobs that are not in a VPC. */
export const outsideVpcDemand: Demand = { by: ["enforcers.outsideVpc", "network.vpc"], severity: "error" };

/**
 * What becomes of such a job: the team's enforcer stops it, the team's policy asks for a VPC, or nobody is known to mind.
 *
 * @param operation That makes the job.
 * @returns `says`: the end of the finding's message.
 */
export function whoAsksForVpc(
  operation: string,
  policy: TeamPolicy,
): { readonly says: string; readonly demands: readonly DemandPath[] } {
  const enforcer = policy.enforcers?.outsideVpc;
  const demands: readonly DemandPath[] = isAsked(policy, "network.vpc") ? ["network.vpc"] : [];
  if (enforcer !== undefined && (enforcer.operations ?? ["CreateTrainingJob"]).includes(operation))
    return {
      says: `. It would be stopped minutes after its start, by ${enforcer.name}`,
      demands: ["enforcers.outsideVpc", ...demands],
    };
  return { says: demands.length === 0 ? "" : ", which the team's policy asks for", demands };
}
