import { isDenied } from "../iam/evaluate.js";
import { callerWords, decideCaller } from "./caller-access.js";
import { defineRule } from "./define-rule.js";
import { accessToKey, isGranted, keysOfContext, keyUses } from "./key-access.js";
import { evidenceOfDenial, notKnown, policiesLookedAt, rolesOf, whyDenied } from "./role-access.js";
import { fieldAt, isAskedByCaller } from "./rule-request.js";

export const callerLacksGrant = defineRule({
  id: "caller-lacks-grant",
  severity: "error",
  needs: ["volumeKey", "roles", "rolePolicies", "keyPolicies", "keyGrants", "callerPolicies"],
  summary: "Neither the execution role nor the caller may let the job's storage volumes use their key",
  why: "SageMaker gives the storage volumes their key by a grant, which the execution role must be allowed to make, or else the caller.",
  remedy: "Have kms:CreateGrant on the key allowed to the execution role, or use a key for which it is.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html",

  applies: (request) =>
    documented.has(request.operation) &&
    isAskedByCaller(request) &&
    fieldAt(request, request.settings.roleArn) !== undefined &&
    fieldAt(request, request.settings.volumeKmsKeyId) !== undefined,

  *check(request, { account }) {
    for (const use of keyUses(request.volumeKeys, rolesOf(request, account), account.key)) {
      const { written, key } = use;
      const { role } = use.found;
      const own = account.rolePolicies(role.name);
      const ofKey = account.keyPolicy(key);
      const { action, decision: ofRole } = accessToKey(use, "CreateGrant", own, ofKey);
      const who = `role ${role.name}`;
      const grants = account.keyGrants(key.arn, role.arn);
      if (ofRole.decision === "implicitly denied" && isGranted(grants.known, action)) continue;
      if (ofRole.decision === "cannot tell")
        yield notKnown(who, `kms:CreateGrant with ${written.value}`, ofRole);
      if (!isDenied(ofRole)) continue;
      const caller = account.callerPolicies();
      if ("unknown" in caller) {
        yield {
          cannotTell: `whether the caller may kms:CreateGrant with ${written.value}: ${caller.unknown}`,
        };
        continue;
      }
      const ofCaller = decideCaller(
        caller,
        { action, resource: { text: key.arn } },
        keysOfContext(key.arn, "CreateGrant", caller.principal.arn),
        ofKey,
      );
      if (ofCaller.decision === "cannot tell")
        yield notKnown(callerWords(caller), `kms:CreateGrant with ${written.value}`, ofCaller);
      if (!isDenied(ofCaller)) continue;
      if (ofRole.decision === "implicitly denied" && grants.unknown !== undefined) {
        yield { cannotTell: `whether a grant lets ${who} use ${written.value}: ${grants.unknown}` };
        continue;
      }
      yield {
        span: written.span,
        message: `Neither ${who} nor the caller, ${callerWords(caller)}, may kms:CreateGrant with the key ${written.value}: ${whyDenied(ofRole, who)}`,
        onOneBranch: written.onOneBranch || use.found.written.onOneBranch,
        facts: [
          { kind: "key", id: written.value },
          { kind: "role", id: role.name, says: `Role ${role.name}: ${policiesLookedAt(own)}` },
        ],
        evidence: [...evidenceOfDenial(ofRole), ...evidenceOfDenial(ofCaller)],
      };
    }
  },
});

const documented: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateProcessingJob",
  "CreateAutoMLJob",
  "CreateAutoMLJobV2",
]);
