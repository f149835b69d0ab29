import type { Question } from "../account/question.js";
import { policiesOfCaller, type FactSource } from "../iam/gather-policies.js";
import type { CallerPolicies } from "../iam/policies.js";
import { simulationOf, type Simulated } from "../iam/simulation.js";
import type { AccountView } from "./account-view.js";
import type { RuleFinding } from "./define-rule.js";
import { jobWords } from "./job-words.js";
import { missingKeyPaths } from "./missing-keys.js";
import { listed } from "./policy-cause.js";
import { isJudgedByPolicies, placeOf } from "./policy-judgement.js";
import { proposeKeys } from "./propose-keys.js";
import type { RuleRequest } from "./rule-request.js";

/** The question to IAM's simulator, where the caller's policies cannot be read. */
export function simulationToAsk(request: RuleRequest, source: FactSource): readonly Question[] {
  const caller = policiesOfCaller(source).value;
  if ("unknown" in caller || !isJudgedByPolicies(request)) return [];
  const simulation = simulationOf(request, caller, placeOf(request, caller));
  return simulation === undefined ? [] : [{ kind: "simulation", id: simulation.id, region: source.region }];
}

/**
 * What the simulator proves: a denial, by policies that test nothing but what it was given and what the request does
 * not carry. Of what nothing allows it may not know all.
 */
export function* simulatedDenials(
  request: RuleRequest,
  caller: CallerPolicies,
  account: Pick<AccountView, "simulated">,
): Iterable<RuleFinding> {
  const simulation = simulationOf(request, caller, placeOf(request, caller));
  if (simulation === undefined) return;
  const { id, context, isOpen, isOfSeveral } = simulation;
  const answer = account.simulated(id);
  for (const result of answer?.value ?? []) {
    const { decision, missing, policies } = result;
    if (decision !== "explicitDeny") continue;
    if (!missing.every((key) => context.of(key).state === "absent")) continue;
    const by = policies.filter((name) => name !== "");
    const names = by.length === 0 ? "" : ` by ${by.length === 1 ? "policy" : "policies"} ${listed(by)}`;
    const absent =
      missing.length === 0 ? "" : `; the policies test ${listed(missing)}, which the request does not carry`;
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} is refused: IAM's simulator says that it is explicitly denied${names}${absent}`,
      // A statement may be about some names only, or about what it is not certain that AWS asks
      severity: isOpen || isOfSeveral ? "warning" : "error",
      evidence:
        answer === undefined ? [] : [{ kind: "reading", says: `explicitDeny${names}`, read: answer.read }],
      insteadOf: missing.some(isOfNetwork) ? ["vpc-config-missing"] : [],
      fixes: fixesFor(result, request),
    };
  }
}

const isOfNetwork = (key: string): boolean => /^sagemaker:vpc(?:subnets|securitygroupids)$/i.test(key);

function fixesFor({ missing }: Simulated, request: RuleRequest) {
  const { subnets, securityGroupIds, volumeKmsKeyId } = request.settings;
  const keyPaths = missingKeyPaths(request);
  if (missing.some(isOfNetwork) && subnets !== undefined && securityGroupIds !== undefined) {
    const network = {
      propose: "network",
      subnetsPath: subnets,
      securityGroupIdsPath: securityGroupIds,
      safety: "safe",
    } as const;
    return [{ ...network, keyPaths: [] }, ...(keyPaths.length === 0 ? [] : [{ ...network, keyPaths }])];
  }
  const isVolumeKey = missing.some((key) => /^sagemaker:volumekmskey(?:arn)?$/i.test(key));
  return isVolumeKey && volumeKmsKeyId !== undefined ? proposeKeys(request, volumeKmsKeyId, keyPaths) : [];
}
