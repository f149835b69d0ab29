import { contextOf, known, type ContextValue } from "../iam/context.js";
import { evaluate, type Decision } from "../iam/evaluate.js";
import type { AccessRequest } from "../iam/match-statement.js";
import { ownPolicies } from "../iam/own-policies.js";
import type { CallerPolicies, PolicyLayer } from "../iam/policies.js";

/**
 * What the caller's own policies decide about something that the caller asks of AWS. The organization's may refuse it
 * too, but not in its management account, from which they can mostly be read.
 *
 * @param keys Condition keys that are known of this request; nothing is taken for granted of the others.
 * @param resource The policy of what is asked for, if that counts.
 */
export function decideCaller(
  caller: CallerPolicies,
  { action, resource }: Pick<AccessRequest, "action" | "resource">,
  keys: Iterable<readonly [string, ContextValue]>,
  ofResource?: PolicyLayer,
): Decision {
  const { principal } = caller;
  const isUser = principal.arn.includes(":user/");
  const context = contextOf(
    [
      ["aws:PrincipalAccount", known(principal.account)],
      ["aws:PrincipalArn", known(principal.arn)],
      ["aws:PrincipalType", known(isUser ? "User" : "AssumedRole")],
      ["aws:username", isUser ? known(principal.arn.split("/").at(-1) ?? "") : { state: "absent" }],
      ["aws:SecureTransport", known("true")],
      ...keys,
    ],
    { state: "unknown", why: "known only when the notebook runs" },
  );
  return evaluate(ownPolicies(caller, ofResource), { principal, action, resource, context });
}

/** "user ana", "role DataScientist" */
export function callerWords({ principal }: CallerPolicies): string {
  const [kind = "", ...names] = (principal.arn.split(":")[5] ?? "").split("/");
  return `${kind} ${names.at(-1) ?? ""}`;
}
