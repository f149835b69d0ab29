import { isDenied } from "../iam/evaluate.js";
import { defineRule } from "./define-rule.js";
import { accessToImages } from "./image-access.js";
import { evidenceOfDenial, notKnown, policiesLookedAt, rolesOf, whyDenied } from "./role-access.js";

export const roleLacksEcrAccess = defineRule({
  id: "role-lacks-ecr-access",
  severity: "warning",
  needs: ["callerIdentity", "roles", "rolePolicies", "imageRepositoryPolicies"],
  summary: "The execution role may not pull the job's image",
  why: "SageMaker pulls the image from ECR with the execution role, which needs ecr:GetAuthorizationToken, and of the repository ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer and ecr:BatchGetImage.",
  remedy:
    "Have the role's owner, or the repository's, allow it the action, or use a role for which it is allowed.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",

  applies: (request) =>
    request.images.length > 0 &&
    request.settings.roleArn !== undefined &&
    request.fields.has(request.settings.roleArn),

  *check(request, { account }) {
    for (const { written, role } of rolesOf(request, account)) {
      const own = account.rolePolicies(role.name);
      const who = `role ${role.name}`;
      const told = new Set<string>();
      const accesses = accessToImages(request, account.account, role, own, account.policyOfRepository);
      for (const { image, action, decision } of accesses) {
        const { repository } = image;
        const isToken = action === "ecr:GetAuthorizationToken";
        const what = isToken ? action : `${action} on ${repository}`;
        if (decision.decision === "cannot tell") yield notKnown(who, what, decision);
        if (!isDenied(decision)) continue;
        // The repository may let SageMaker itself in, which pulls the image
        const { policies } = account.policyOfRepository(image);
        if (decision.decision === "implicitly denied" && !isToken && policies.some(namesService)) {
          yield { cannotTell: `whether SageMaker pulls ${repository} by itself, as the repository allows` };
          continue;
        }
        if (told.has(image.uri)) continue;
        told.add(image.uri);
        yield {
          span: image.span ?? written.span,
          severity: decision.decision === "explicitly denied" ? "error" : "warning",
          message: `Role ${role.name} may not ${what}: ${whyDenied(decision, who)}`,
          onOneBranch: image.onOneBranch || written.onOneBranch,
          facts: [{ kind: "role", id: role.name, says: `Role ${role.name}: ${policiesLookedAt(own)}` }],
          evidence: evidenceOfDenial(decision),
        };
      }
    }
  },
});

function namesService({ document }: { readonly document: unknown }): boolean {
  return (typeof document === "string" ? document : JSON.stringify(document)).includes('"Service"');
}
