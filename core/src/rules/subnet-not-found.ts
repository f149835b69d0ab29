import { defineRule } from "./define-rule.js";
import { nearest } from "./propose-nearest.js";

export const subnetNotFound = defineRule({
  id: "subnet-not-found",
  severity: "error",
  needs: ["subnets"],
  summary: "A subnet does not exist in the job's account and region",
  why: "SageMaker attaches the job to subnets of the account and region it runs in, and refuses one that is not there.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  *check(request, { account }) {
    for (const { value, span, path, onOneBranch } of request.subnets) {
      if (account.subnet(value) !== undefined) continue;
      yield {
        span,
        message: `There is no subnet ${value} in ${account.place}`,
        onOneBranch,
        facts: [{ kind: "subnet", id: value }],
        fixes: nearest(request, "subnet", path, value),
      };
    }
  },
});
