import { defineRule } from "./define-rule.js";
import { fieldAt, isMissing } from "./rule-request.js";

export const fileSystemWithoutVpc = defineRule({
  id: "file-system-without-vpc",
  severity: "error",
  needs: [],
  summary: "A job reads from a file system, and is in no VPC",
  why: "EFS and FSx file systems are reached inside a VPC only: a training job that reads from one must connect to a VPC.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html",

  applies: ({ fileSystems, settings }) => fileSystems.length > 0 && settings.subnets !== undefined,

  *check(request) {
    const { subnets, securityGroupIds } = request.settings;
    const missing = isMissing(request, subnets);
    if (missing === "cannot tell") {
      yield { cannotTell: fieldAt(request, subnets)?.why ?? "whether the job is in a VPC" };
      return;
    }
    if (missing === false || request.halfVpc !== undefined) return;
    if (request.parameters?.kind === "dict" && request.parameters.open) {
      yield { cannotTell: "whether the job is in a VPC" };
      return;
    }
    for (const { value, type, span, onOneBranch } of request.fileSystems) {
      yield {
        span: span ?? request.nameSpan,
        message: `The job reads from ${type === "EFS" ? "the EFS file system" : "the FSx file system"} ${value}, and has no VpcConfig by which to reach it`,
        onOneBranch: onOneBranch || missing === "on one branch",
        fixes:
          missing !== true || subnets === undefined || securityGroupIds === undefined
            ? []
            : [
                {
                  propose: "network",
                  subnetsPath: subnets,
                  securityGroupIdsPath: securityGroupIds,
                  safety: "safe",
                  keyPaths: [],
                },
              ],
      };
    }
  },
});
