import type { Role } from "../account/iam-resources.js";
import { contextOf, known, type ContextValue } from "../iam/context.js";
import { evaluate, type Decision, type Denial } from "../iam/evaluate.js";
import type { AccessRequest, StatementProof } from "../iam/match-statement.js";
import { ownPolicies } from "../iam/own-policies.js";
import type { OwnPolicies, PolicyLayer } from "../iam/policies.js";
import type { Evidence } from "../report.js";
import type { AccountView } from "./account-view.js";
import type { CannotTell } from "./define-rule.js";
import { statementName } from "./policy-cause.js";
import type { RuleRequest, WrittenRole } from "./rule-request.js";

/** A role of the request that exists in the account that was asked. */
export interface FoundRole {
  readonly written: WrittenRole;
  readonly role: Role;
}

/** Those of other accounts, and those that do not exist, are told by role-not-found. */
export function rolesOf(request: RuleRequest, account: Pick<AccountView, "role">): readonly FoundRole[] {
  return rolesIn(request, account.role);
}

/** Whether the role of that name is the one that was written: another path makes another role. */
export function isMeant({ arn }: WrittenRole, role: Role): boolean {
  return arn === undefined || arn === role.arn;
}

/** The same, by what is known of a role's name. */
export function rolesIn(
  { roles }: RuleRequest,
  look: (name: string) => Role | undefined,
): readonly FoundRole[] {
  return roles.flatMap((written) => {
    const role = look(written.name);
    return role !== undefined && isMeant(written, role) ? [{ written, role }] : [];
  });
}

/**
 * What SageMaker asks of AWS with the role, as far as it is known before the job runs.
 *
 * @param keys Condition keys that are known of this request; nothing is taken for granted of the others.
 */
export function asRole(
  { arn }: Role,
  action: string,
  resource: AccessRequest["resource"],
  keys: Iterable<readonly [string, ContextValue]> = [],
): AccessRequest {
  const account = arn.split(":")[4] ?? "";
  const context = contextOf(
    [
      ["aws:PrincipalAccount", known(account)],
      ["aws:PrincipalArn", known(arn)],
      ["aws:PrincipalType", known("AssumedRole")],
      ["aws:SecureTransport", known("true")],
      ...keys,
    ],
    { state: "unknown", why: "known only when the job runs" },
  );
  return { principal: { arn, account }, action, resource, context };
}

/** What a role's own policies decide, with the policy of what is asked for, if that counts. */
export function decide(own: OwnPolicies, request: AccessRequest, resource?: PolicyLayer): Decision {
  return evaluate(ownPolicies(own, resource), request);
}

/** Why something is denied, to follow a colon. @param who "role Training" */
export function whyDenied(denial: Denial, who: string): string {
  if (denial.decision === "explicitly denied") {
    const [proof] = denial.by;
    return proof === undefined ? "a policy denies it" : `${statementWords(proof)} denies it`;
  }
  return denial.layer === "boundary"
    ? `the boundary of ${who} does not allow it`
    : `no policy of ${who} allows it`;
}

function statementWords(proof: StatementProof): string {
  return `${statementName(proof)} of ${policyWords(proof.policy)}`;
}

function policyWords({ kind, name }: StatementProof["policy"]): string {
  switch (kind) {
    case "key":
      return "the key's policy";
    case "bucket":
      return `the policy of bucket ${name}`;
    case "repository":
      return `the policy of repository ${name}`;
    case "trust":
      return "the trust policy";
    default:
      return `policy ${name}`;
  }
}

/** The statements that deny; of what is allowed nowhere, the policies that were looked at. */
export function evidenceOfDenial(denial: Denial): readonly Evidence[] {
  if (denial.decision === "implicitly denied") return [];
  return denial.by.flatMap((proof) => {
    const { read } = proof.policy;
    return read === undefined
      ? []
      : [{ kind: "reading", says: `${statementWords(proof)}: Deny`, read } as const];
  });
}

/** What was looked at, for evidence: "its policies VpcJobs, Data". */
export function policiesLookedAt({ identity, boundary }: OwnPolicies): string {
  const names = [...identity.policies, ...(boundary === "none" ? [] : boundary.policies)].map(
    ({ name }) => name,
  );
  return names.length === 0 ? "it has no policies" : `its policies are ${names.join(", ")}`;
}

/** Why it is not known whether the role may do something. */
export function notKnown(who: string, what: string, decision: Decision): CannotTell {
  const why = decision.decision === "cannot tell" ? decision.unknown[0] : undefined;
  return { cannotTell: `whether ${who} may ${what}: ${why ?? "not known"}` };
}
