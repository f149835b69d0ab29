import { defineRule } from "./define-rule.js";
import { nearest } from "./propose-nearest.js";
import { fieldAt } from "./rule-request.js";
import { notShown, sharerOf } from "./shared-subnet.js";

export const securityGroupNotFound = defineRule({
  id: "security-group-not-found",
  severity: "error",
  needs: ["subnets", "securityGroups"],
  summary: "A security group does not exist in the job's account and region",
  why: "SageMaker puts the job's network interfaces into security groups of the account and region it runs in, and refuses one that is not there.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  applies: (request) => fieldAt(request, request.settings.securityGroupIds) !== undefined,

  *check(request, { account }) {
    const owner = sharerOf(request.subnets, account);
    for (const { value, span, path, onOneBranch } of request.securityGroupIds) {
      if (account.securityGroup(value) !== undefined) continue;
      if (owner !== undefined) {
        yield { cannotTell: notShown(`whether there is a security group ${value}`, owner) };
        continue;
      }
      yield {
        span,
        message: `There is no security group ${value} in ${account.place}`,
        onOneBranch,
        facts: [{ kind: "securityGroup", id: value }],
        fixes: nearest(request, "securityGroup", path, value),
      };
    }
  },
});
