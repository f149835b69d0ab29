import { defineRule } from "./define-rule.js";
import { outsideVpcDemand, whoAsksForVpc } from "./outside-vpc-demand.js";
import { fieldAt, isMissing } from "./rule-request.js";

export const repackJobOutsideVpc = defineRule({
  id: "repack-job-outside-vpc",
  severity: "warning",
  needs: [],
  summary: "A pipeline's step adds a training job that runs outside your VPC",
  why: "When a model has code of its own and its archive comes from an earlier step, SDK 2 adds a training job named RepackModel to the pipeline. It takes the model's vpc_config, not the estimator's subnets.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  demand: outsideVpcDemand,
  references: {
    conditionKeys: ["sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds"],
  },

  applies: ({ step }) => step?.addedBySdk === "RepackModel",

  *check(request, { policy }) {
    const { subnets, securityGroupIds } = request.settings;
    if (request.halfVpc !== undefined || subnets === undefined || securityGroupIds === undefined) return;
    const missing = [subnets, securityGroupIds].map((path) => isMissing(request, path));
    if (missing.includes("cannot tell")) {
      const why = (fieldAt(request, subnets) ?? fieldAt(request, securityGroupIds))?.why;
      yield { cannotTell: why ?? "the network is known only when the notebook runs" };
      return;
    }
    if (missing.includes(false)) return;
    const { says, demands } = whoAsksForVpc("CreateTrainingJob", policy);
    const onOneBranch = missing.some((one) => one !== true);
    yield {
      span: request.nameSpan,
      message: `${request.name} adds a training job, RepackModel, which is not in a VPC${says}`,
      demands,
      onOneBranch,
      fixes: onOneBranch
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
  },
});
