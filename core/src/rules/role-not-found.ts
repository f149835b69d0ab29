import { defineRule } from "./define-rule.js";
import { isMeant } from "./role-access.js";
import { fieldAt } from "./rule-request.js";

export const roleNotFound = defineRule({
  id: "role-not-found",
  severity: "error",
  needs: ["roles"],
  summary: "The execution role does not exist",
  why: "SageMaker takes on the role before it does anything else, and refuses a request with one that is not there.",
  remedy: "Take the role's whole ARN, with its path, from IAM.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",

  *check(request, { account }) {
    for (const written of request.roles) {
      const { arn, name, account: owner = account.account, span, path, onOneBranch } = written;
      if (owner !== account.account) {
        yield { cannotTell: `whether account ${owner} has the role ${name}` };
        continue;
      }
      const role = account.role(name);
      if (role !== undefined && isMeant(written, role)) continue;
      const isKnown = fieldAt(request, path)?.state === "known";
      yield {
        span,
        message:
          role === undefined
            ? `There is no role ${name} in account ${owner}`
            : `There is no role ${arn ?? name}: ${name} has the path ${role.path}`,
        onOneBranch,
        facts: [{ kind: "role", id: name, says: `The ARN of role ${name} is ${role?.arn ?? "not known"}` }],
        fixes:
          role === undefined || !isKnown
            ? []
            : [
                {
                  propose: "set",
                  title: `Use ${role.arn}`,
                  safety: "unsafe",
                  changes: [{ path, value: role.arn }],
                },
              ],
      };
    }
  },
});
