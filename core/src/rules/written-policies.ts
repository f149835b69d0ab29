import { replacementOf, sagemakerKey } from "../catalog/sagemaker-condition-keys.js";
import type { Environment } from "../environment.js";
import { probableKey } from "../iam/probable-key.js";
import type { WrittenConditionKey } from "../notebook/condition-keys.js";
import type { Finding } from "../report.js";
import { policyConditionKeyUnknown as rule } from "./policy-condition-key-unknown.js";

/** Of no request: what a finding about a policy that the notebook writes has as its `request`. */
export const ofNoRequest = -1;

/** Names of condition keys, in policies that the notebook writes, which SageMaker does not have, or has no more. */
export function findingsInPolicies(
  keys: readonly WrittenConditionKey[],
  { policy }: Pick<Environment, "policy">,
): readonly Finding[] {
  const level = policy?.rules?.[rule.id];
  if (level === "off") return [];
  return keys.flatMap(({ name, span }): readonly Finding[] => {
    const known = sagemakerKey(name);
    const meant = known === undefined ? probableKey(name) : replacementOf(known);
    if (meant === undefined) return [];
    const problem =
      known === undefined
        ? `SageMaker has no condition key sagemaker:${name}: sagemaker:${meant} is probably meant`
        : `AWS has replaced the condition key sagemaker:${name} by sagemaker:${meant}`;
    return [
      {
        rule: rule.id,
        severity: level ?? rule.severity,
        span,
        message: problem,
        why: rule.why,
        source: rule.source,
        evidence: [{ kind: "document", says: rule.why, url: rule.source }],
        related: [],
        fixes: [
          {
            title: `Test sagemaker:${meant}`,
            // What a policy refuses is its author's to say
            safety: "unsafe",
            changes: [],
            edits: [{ span, text: meant }],
          },
        ],
        asks: [],
        request: ofNoRequest,
      },
    ];
  });
}
