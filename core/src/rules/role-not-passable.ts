import { isDenied } from "../iam/evaluate.js";
import { callerWords, decideCaller } from "./caller-access.js";
import { defineRule } from "./define-rule.js";
import { evidenceOfDenial, notKnown, whyDenied } from "./role-access.js";
import { fieldAt, isAskedByCaller } from "./rule-request.js";

export const roleNotPassable = defineRule({
  id: "role-not-passable",
  severity: "error",
  needs: ["callerPolicies"],
  summary: "The caller may not pass the execution role to SageMaker",
  why: "Whoever gives a service of AWS a role must be allowed iam:PassRole on it; else the request is refused.",
  remedy:
    "Use a role that you may pass, or have iam:PassRole allowed on this one, for the service sagemaker.amazonaws.com.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",

  // The steps of a pipeline are started by the pipeline's own role.
  applies: (request) => isAskedByCaller(request) && fieldAt(request, request.settings.roleArn) !== undefined,

  *check(request, { account }) {
    if (request.roles.length === 0) return;
    const caller = account.callerPolicies();
    if ("unknown" in caller) {
      yield { cannotTell: caller.unknown };
      return;
    }
    for (const { arn, name, account: owner, span, onOneBranch } of request.roles) {
      if (arn === undefined) {
        yield { cannotTell: `which path role ${name} has` };
        continue;
      }
      if (owner !== caller.principal.account) {
        yield { cannotTell: `whether role ${name} of account ${owner ?? "not known"} can be passed` };
        continue;
      }
      const decision = decideCaller(caller, { action: "iam:PassRole", resource: { text: arn } }, [
        ["iam:PassedToService", { state: "known", values: ["sagemaker.amazonaws.com"] }],
      ]);
      const who = callerWords(caller);
      if (decision.decision === "cannot tell") yield notKnown(who, `iam:PassRole on ${name}`, decision);
      if (!isDenied(decision)) continue;
      // Somebody without any policy is more likely somebody whose policies were not found.
      if (caller.identity.policies.length === 0) {
        yield { cannotTell: `the policies of ${who}: none was found` };
        continue;
      }
      yield {
        span,
        message: `The caller, ${who}, may not pass role ${name} to SageMaker (iam:PassRole): ${whyDenied(decision, who)}`,
        onOneBranch,
        evidence: [
          ...evidenceOfDenial(decision),
          ...caller.identity.policies.flatMap(({ name: policy, read }) =>
            decision.decision === "implicitly denied" && read !== undefined
              ? [
                  {
                    kind: "reading",
                    says: `Policy ${policy} does not allow iam:PassRole on ${arn}`,
                    read,
                  } as const,
                ]
              : [],
          ),
        ],
      };
    }
  },
});
