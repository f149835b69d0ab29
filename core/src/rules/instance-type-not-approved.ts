import { approvedWords, isListed } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { fieldAt } from "./rule-request.js";

export const instanceTypeNotApproved = defineRule({
  id: "instance-type-not-approved",
  severity: "warning",
  needs: [],
  summary: "An instance type that the team has not approved",
  why: "The team's policy lists the instance types that jobs may use; controls of the platform may stop a job with another.",
  remedy: "Choose one of the types that the policy lists.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
  demand: { by: ["instances.types"], otherwiseSilent: true },
  references: {
    conditionKeys: ["sagemaker:InstanceTypes"],
  },

  applies: ({ settings }, { instances }) =>
    instances?.types !== undefined && settings.instanceType !== undefined,

  *check(request, { policy }) {
    const field = fieldAt(request, request.settings.instanceType);
    if (field === undefined) return;
    if (field.why !== undefined) yield { cannotTell: field.why };
    const types = policy.instances?.types ?? [];
    const isConditional = field.state === "conditional";
    for (const value of isConditional ? (field.values ?? []) : [field.value]) {
      if (typeof value !== "string" || isListed(value, types)) continue;
      yield {
        span: field.span ?? request.nameSpan,
        message: `${value} is none of the instance types that the team's policy approves: ${approvedWords(types)}`,
        onOneBranch: isConditional,
      };
    }
  },
});
