import { isDenied } from "../iam/evaluate.js";
import { defineRule } from "./define-rule.js";
import { evidenceOfDenial, notKnown, policiesLookedAt, rolesOf, whyDenied } from "./role-access.js";
import { isAtS3 } from "./rule-request.js";
import { accessToS3 } from "./s3-access.js";

export const roleLacksS3Access = defineRule({
  id: "role-lacks-s3-access",
  // What access control lists of objects give is not read.
  severity: "warning",
  needs: ["roles", "rolePolicies", "closedBucketPolicies"],
  summary: "The execution role may not use the buckets that the job reads from or writes to",
  why: "SageMaker reads the job's input and writes its output with the execution role, which needs s3:ListBucket and s3:GetObject on the one and s3:PutObject on the other.",
  remedy:
    "Have the role's owner allow it the action on the bucket, or use a bucket or a role for which it is allowed.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",

  applies: (request) =>
    isAtS3(request) && request.settings.roleArn !== undefined && request.fields.has(request.settings.roleArn),

  *check(request, { account }) {
    for (const why of request.unknownS3) yield { cannotTell: why };
    for (const { written, role } of rolesOf(request, account)) {
      const own = account.rolePolicies(role.name);
      const who = `role ${role.name}`;
      for (const { location, action, decision } of accessToS3(request, role, own, account.policyOfBucket)) {
        const place = `s3://${location.bucket}/${location.key}`;
        if (decision.decision === "cannot tell") yield notKnown(who, `${action} on ${place}`, decision);
        if (!isDenied(decision)) continue;
        yield {
          span: location.span ?? written.span,
          severity: decision.decision === "explicitly denied" ? "error" : "warning",
          message: `Role ${role.name} may not ${action} on ${action === "s3:ListBucket" ? location.bucket : place}: ${whyDenied(decision, who)}`,
          onOneBranch: location.onOneBranch || written.onOneBranch,
          facts: [{ kind: "role", id: role.name, says: `Role ${role.name}: ${policiesLookedAt(own)}` }],
          evidence: evidenceOfDenial(decision),
        };
      }
    }
  },
});
