import { replacementOf, sagemakerKey } from "../catalog/sagemaker-condition-keys.js";
import { statementsFor } from "./policy-statements.js";
import { probableKey } from "../iam/probable-key.js";
import { defineRule } from "./define-rule.js";
import { capital, nameOfStatement } from "./policy-cause.js";
import { isJudgedByPolicies } from "./policy-judgement.js";

export const policyConditionKeyUnknown = defineRule({
  id: "policy-condition-key-unknown",
  severity: "info",
  needs: ["callerPolicies"],
  summary: "A policy tests a condition key that SageMaker does not have",
  why: "A key that no request carries counts as absent, so that the statement does not do what it says.",
  remedy: "Have the policy's statement corrected.",
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",

  applies: isJudgedByPolicies,

  *check(request, { account }) {
    const caller = account.callerPolicies();
    if ("unknown" in caller) {
      yield { cannotTell: caller.unknown };
      return;
    }
    for (const { policy, statement } of statementsFor(caller, request)) {
      for (const { key } of statement.conditions) {
        const name = /^sagemaker:(.+)$/i.exec(key)?.[1];
        if (name === undefined) continue;
        const known = sagemakerKey(name);
        const meant = known === undefined ? probableKey(name) : replacementOf(known);
        if (meant === undefined) continue;
        const problem =
          known === undefined
            ? `which SageMaker does not have: sagemaker:${meant} is probably meant`
            : `which AWS has replaced by sagemaker:${meant}`;
        const says = `${capital(nameOfStatement({ statement, policy }))} tests ${key}`;
        yield {
          span: request.nameSpan,
          message: `${says}, ${problem}`,
          once: true,
          ...(policy.read === undefined ? {} : { evidence: [{ kind: "reading", says, read: policy.read }] }),
        };
      }
    }
  },
});
