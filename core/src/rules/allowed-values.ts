import { replacementOf, sagemakerKey } from "../catalog/sagemaker-condition-keys.js";
import type { CallerPolicies } from "../iam/policies.js";
import { causesOf, listed, nameOfStatement } from "./policy-cause.js";
import { deniedBy } from "./policy-demands.js";
import { isJudgedByPolicies, judgeByPolicies } from "./policy-judgement.js";
import type { AccountView } from "./account-view.js";
import type { FieldPath } from "../requests/request.js";
import { statementsFor } from "./policy-statements.js";
import type { RuleRequest } from "./rule-request.js";
import type { StatementProof } from "../iam/match-statement.js";
import { isDenied, type Decision } from "../iam/evaluate.js";

/** Keys whose values are ids that an account has. */
const keysOfIds: ReadonlySet<string> = new Set([
  "VpcSubnets",
  "VpcSecurityGroupIds",
  "VolumeKmsKeyArn",
  "OutputKmsKeyArn",
]);

/**
 * The subnets, security groups and keys that the caller's policies name as those that a request may have, each with the
 * statement that does so: "statement InVpc of policy ml-guardrails".
 */
export function allowedValues(
  caller: CallerPolicies,
  request: Pick<RuleRequest, "operation">,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { policy, statement } of statementsFor(caller, request)) {
    for (const { operator, key: given, values: wanted = [] } of statement.conditions) {
      const name = sagemakerKey(given.replace(/^sagemaker:/i, ""));
      const key = name === undefined ? undefined : (replacementOf(name) ?? name);
      if (key === undefined || !keysOfIds.has(key) || /null/i.test(operator)) continue;
      if (/not/i.test(operator) !== (statement.effect === "Deny")) continue;
      for (const value of wanted) {
        if (!/[*?$]/.test(value) && !values.has(value))
          values.set(value, nameOfStatement({ policy, statement }));
      }
    }
  }
  return values;
}

/**
 * Whether the caller's policies refuse the request for the value of one of these fields, whatever they say of others.
 * "cannot tell" counts as no.
 */
export function refusesValues(
  request: RuleRequest,
  account: Pick<AccountView, "callerPolicies" | "key">,
  paths: ReadonlySet<FieldPath>,
): string | undefined {
  if (!isJudgedByPolicies(request)) return undefined;
  const judgement = judgeByPolicies(request, account);
  if ("cannotTell" in judgement) return undefined;
  const { decision, underControls } = judgement;
  for (const one of [decision, underControls]) {
    const refusal = one === undefined ? undefined : refusalOf(one, request, paths);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOf(
  decision: Decision,
  request: RuleRequest,
  paths: ReadonlySet<FieldPath>,
): string | undefined {
  if (!isDenied(decision)) return undefined;
  const says = (proof: StatementProof, which: "yes" | "no") => {
    const about = causesOf(proof, request, which).filter(
      ({ path, isAbsent }) => path !== undefined && paths.has(path) && !isAbsent,
    );
    return about.length === 0
      ? undefined
      : `${nameOfStatement(proof)}: ${listed(about.map(({ says }) => says))}`;
  };
  for (const proof of deniedBy(decision)) {
    const refusal = says(proof, "yes");
    if (refusal !== undefined) return refusal;
  }
  if (decision.decision !== "implicitly denied" || decision.nearly.length === 0) return undefined;
  const refusals = decision.nearly.map((proof) => says(proof, "no"));
  return refusals.every((refusal) => refusal !== undefined) ? refusals[0] : undefined;
}
