import { matchesAction, statementsFor as relevantTo } from "../iam/match-statement.js";
import type { CallerPolicies, PolicySource } from "../iam/policies.js";
import { readPolicy, type Statement } from "../iam/read-policy.js";
import type { RuleRequest } from "./rule-request.js";

/** The statements of all the caller's policies that name the request's action, whatever else they ask. */
export function* statementsFor(
  { identity, boundary, serviceControl }: CallerPolicies,
  { operation }: Pick<RuleRequest, "operation">,
): Iterable<{ readonly policy: PolicySource; readonly statement: Statement }> {
  const layers = [identity, ...(boundary === "none" ? [] : [boundary]), ...serviceControl];
  for (const policy of layers.flatMap(({ policies }) => policies)) {
    for (const statement of relevantTo(readPolicy(policy), `sagemaker:${operation}`)) {
      if (matchesAction(statement, `sagemaker:${operation}`)) yield { policy, statement };
    }
  }
}
