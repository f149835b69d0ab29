import { isDenied, type Denial } from "../iam/evaluate.js";
import { defineRule } from "./define-rule.js";
import {
  asRole,
  decide,
  evidenceOfDenial,
  notKnown,
  policiesLookedAt,
  rolesOf,
  whyDenied,
} from "./role-access.js";
import { fieldAt, isMissing } from "./rule-request.js";

export const roleLacksVpcActions = defineRule({
  id: "role-lacks-vpc-actions",
  severity: "warning",
  needs: ["roles", "rolePolicies"],
  summary: "The execution role may not make the network interfaces of a job in a VPC",
  why: "SageMaker makes the job's network interfaces in the VPC with the execution role, which needs nine actions of EC2 for it.",
  remedy:
    "Have the role's owner allow it ec2:CreateNetworkInterface, CreateNetworkInterfacePermission, DeleteNetworkInterface, DeleteNetworkInterfacePermission, DescribeNetworkInterfaces, DescribeVpcs, DescribeDhcpOptions, DescribeSubnets and DescribeSecurityGroups.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",

  applies: (request) =>
    documented.has(request.step?.operation ?? request.operation) &&
    fieldAt(request, request.settings.roleArn) !== undefined &&
    isMissing(request, request.settings.subnets) !== true,

  *check(request, { account }) {
    const inVpc = isMissing(request, request.settings.subnets);
    if (inVpc === "cannot tell") {
      yield { cannotTell: "whether the job runs in a VPC" };
      return;
    }
    for (const { written, role } of rolesOf(request, account)) {
      const own = account.rolePolicies(role.name);
      const who = `role ${role.name}`;
      // Which interface, subnet or group it will be is not known.
      const partition = role.arn.split(":")[1] ?? "aws";
      const resource = {
        text: `arn:${partition}:ec2:${request.lookUpRegion ?? ""}:`,
        open: "anywhere",
      } as const;
      const region = { state: "known", values: [request.lookUpRegion ?? ""] } as const;
      const lacking = new Map<string, Denial>();
      for (const action of vpcActions) {
        const decision = decide(
          own,
          asRole(role, `ec2:${action}`, resource, [["aws:RequestedRegion", region]]),
        );
        if (isDenied(decision)) lacking.set(action, decision);
        else if (decision.decision === "cannot tell") yield notKnown(who, `ec2:${action}`, decision);
      }
      const [denial] = lacking.values();
      if (denial === undefined) continue;
      yield {
        span: written.span,
        // Without it there is no interface for the job; what happens without each of the others is not documented.
        severity: lacking.has("CreateNetworkInterface") ? "error" : "warning",
        message: `The job is in a VPC, but role ${role.name} may not ${actionWords([...lacking.keys()])}: ${whyDenied(denial, who)}`,
        onOneBranch: written.onOneBranch || inVpc === "on one branch",
        facts: [{ kind: "role", id: role.name, says: `Role ${role.name}: ${policiesLookedAt(own)}` }],
        evidence: evidenceOfDenial(denial),
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
  "CreateModel",
]);

const vpcActions = [
  "CreateNetworkInterface",
  "CreateNetworkInterfacePermission",
  "DeleteNetworkInterface",
  "DeleteNetworkInterfacePermission",
  "DescribeNetworkInterfaces",
  "DescribeVpcs",
  "DescribeDhcpOptions",
  "DescribeSubnets",
  "DescribeSecurityGroups",
];

function actionWords(actions: readonly string[]): string {
  if (actions.length === vpcActions.length) return "do any of the nine actions of EC2 that this needs";
  const [first = "", ...others] = actions;
  const rest = others.length === 0 ? "" : ` and ${others.length} more of the nine actions that this needs`;
  return `ec2:${first}${rest}`;
}
