import { isDenied, type Denial } from "../iam/evaluate.js";
import type { PolicySource } from "../iam/policies.js";
import type { Evidence } from "../report.js";
import type { AccountView } from "./account-view.js";
import type { CannotTell, RuleFinding } from "./define-rule.js";
import { accessToKey, isGranted, keyUses, operationsFor, type KeyAccess } from "./key-access.js";
import { evidenceOfDenial, notKnown, policiesLookedAt, rolesOf, whyDenied } from "./role-access.js";
import type { RuleRequest } from "./rule-request.js";

/**
 * The keys for output that the execution role may not use.
 *
 * @param fault Whose denials are told: the role's policies', or the key's own policy's.
 */
export function* keyFindings(
  request: RuleRequest,
  account: Pick<AccountView, "key" | "role" | "rolePolicies" | "keyPolicy" | "keyGrants">,
  fault: "role" | "key",
): Iterable<RuleFinding | CannotTell> {
  for (const use of keyUses(request.outputKeys, rolesOf(request, account), account.key)) {
    const { written, key } = use;
    const { role } = use.found;
    const own = account.rolePolicies(role.name);
    const who = `role ${role.name}`;
    const grants = account.keyGrants(key.arn, role.arn);
    const ofKey = account.keyPolicy(key);
    const accesses = operationsFor.output.map((operation) => accessToKey(use, operation, own, ofKey));
    const lacking = accesses.flatMap((access): (KeyAccess & { readonly decision: Denial })[] => {
      const { decision, action } = access;
      return isDenied(decision) &&
        !(decision.decision === "implicitly denied" && isGranted(grants.known, action))
        ? [{ ...access, decision }]
        : [];
    });
    const [first] = lacking;
    if (first === undefined) {
      const open = accesses.find(({ action }) => action === "kms:Encrypt")?.decision;
      if (open?.decision === "cannot tell") yield notKnown(who, `kms:Encrypt with ${written.value}`, open);
      continue;
    }
    const of = first.fault();
    if (first.decision.decision === "implicitly denied" && grants.unknown !== undefined) {
      yield { cannotTell: `whether a grant lets ${who} use ${written.value}: ${grants.unknown}` };
      continue;
    }
    if ((of === "key") !== (fault === "key")) continue;
    const actions = lacking.map(({ action }) => action).join(" nor ");
    yield {
      span: written.span,
      // The API's text asks for kms:Encrypt; S3 itself asks for kms:GenerateDataKey.
      severity: lacking.length === operationsFor.output.length ? "error" : "warning",
      message: `Role ${role.name} may not ${actions} with the key ${written.value}: ${why(first, of, who)}`,
      onOneBranch: written.onOneBranch || use.found.written.onOneBranch,
      facts: [
        { kind: "key", id: written.value },
        { kind: "role", id: role.name, says: `Role ${role.name}: ${policiesLookedAt(own)}` },
      ],
      evidence: [...evidenceOfDenial(first.decision), ...ofKey.policies.flatMap(looked)],
    };
  }
}

function looked({ read }: PolicySource): readonly Evidence[] {
  return read === undefined ? [] : [{ kind: "reading", says: "The key's policy was looked at", read }];
}

function why(
  { decision }: { readonly decision: Denial },
  fault: ReturnType<KeyAccess["fault"]>,
  who: string,
): string {
  if (decision.decision === "explicitly denied") return whyDenied(decision, who);
  switch (fault) {
    case "key":
      return "the key's policy gives it neither to the role nor to the policies of its account";
    case "boundary":
      return `the boundary of ${who} does not allow it`;
    case "role":
      return `no policy of ${who} allows it`;
  }
}
