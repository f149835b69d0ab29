import type { Role } from "../account/iam-resources.js";
import { type Denial, isDenied } from "../iam/evaluate.js";
import { readPolicy } from "../iam/read-policy.js";
import { trustInSageMaker, trustOf } from "../iam/trust.js";
import { defineRule } from "./define-rule.js";
import { notKnown, rolesOf } from "./role-access.js";

export const roleNotAssumable = defineRule({
  id: "role-not-assumable",
  severity: "error",
  needs: ["roles"],
  summary: "The execution role does not trust SageMaker",
  why: "SageMaker does a job's work with the execution role; a role whose trust policy does not let sagemaker.amazonaws.com take it on is refused (“Could not assume role”).",
  remedy:
    "Add a statement to the role's trust policy that allows the service sagemaker.amazonaws.com the action sts:AssumeRole, or use a role that has it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",

  *check(request, { account }) {
    for (const { written, role } of rolesOf(request, account)) {
      const decisions = trustInSageMaker(role);
      const [open] = decisions.filter((decision) => !isDenied(decision));
      if (open !== undefined) {
        if (open.decision === "cannot tell") yield notKnown("SageMaker", `take on role ${role.name}`, open);
        continue;
      }
      const why = whyRefused(role, decisions.filter(isDenied));
      yield {
        span: written.span,
        message: `SageMaker cannot take on role ${role.name}: ${why}`,
        onOneBranch: written.onOneBranch,
        facts: [{ kind: "role", id: role.name, says: `The trust policy of ${role.arn}: ${why}` }],
      };
    }
  },
});

function whyRefused(role: Role, denials: readonly Denial[]): string {
  if (denials.some(({ decision }) => decision === "explicitly denied")) {
    return "a statement of its trust policy denies it";
  }
  const isNearly = denials.some((one) => one.decision === "implicitly denied" && one.nearly.length > 0);
  if (isNearly) return "the conditions of its trust policy do not hold";
  const trusted = servicesTrusted(role);
  return trusted.length === 0
    ? "its trust policy names no service"
    : `its trust policy names ${trusted.join(", ")}`;
}

function servicesTrusted(role: Role): readonly string[] {
  const { statements } = readPolicy(trustOf(role));
  const names = statements.flatMap(({ effect, principals }) =>
    effect === "Allow" ? (principals?.values ?? []) : [],
  );
  return [...new Set(names.filter(({ type }) => type === "Service").map(({ name }) => name))];
}
