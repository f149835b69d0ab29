import { settingsOfRequest } from "../requests/settings.js";
import { defineRule } from "./define-rule.js";
import { completedWhereMissing } from "./half-on-one-branch.js";
import { jobWords } from "./job-words.js";
import { missingKeyPaths } from "./missing-keys.js";
import { outsideVpcDemand, whoAsksForVpc } from "./outside-vpc-demand.js";
import { fieldAt, isMissing } from "./rule-request.js";

/** Of a tuning job, where they are not known one by one: each of those is a request of its own. */
const several = "TrainingJobDefinitions";

export const vpcConfigMissing = defineRule({
  id: "vpc-config-missing",
  severity: "warning",
  needs: [],
  summary: "The job runs outside your VPC",
  why: "Without VpcConfig the containers run in a network of SageMaker's, where none of your subnets, security groups, endpoints and flow logs apply.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-give-access.html",
  demand: outsideVpcDemand,
  references: {
    prowler: [
      "sagemaker_training_jobs_vpc_settings_configured",
      "sagemaker_models_vpc_settings_configured",
      "sagemaker_notebook_instance_vpc_settings_configured",
    ],
    steampipe: [
      "sagemaker_training_job_in_vpc",
      "sagemaker_model_in_vpc",
      "sagemaker_notebook_instance_in_vpc",
    ],
    config: ["SAGEMAKER_MODEL_IN_VPC", "SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC"],
    securityHub: ["SageMaker.2"],
    checkov: ["CKV_AWS_306"],
    conditionKeys: ["sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds"],
  },

  // A job that the SDK adds is told by a rule of its own
  applies: ({ settings, step }) => settings.vpcExpected && step?.addedBySdk === undefined,

  *check(request, { policy }) {
    // Also where the object that is called has no place for it: the job runs outside of the VPC all the same
    const settings = request.places && settingsOfRequest(request);
    const { subnets, securityGroupIds } = settings ?? request.settings;
    // It is there under another name, which parameter-unknown tells
    if (request.problems.some(({ kind, path }) => kind === "unknown" && path.endsWith("VpcConfig"))) return;
    if (request.fields.has(several) && subnets === undefined)
      yield {
        cannotTell: `each of ${several} has a network of its own, and they are known only when the notebook runs`,
      };
    if (request.halfVpc !== undefined || subnets === undefined || securityGroupIds === undefined) return;
    // Given, and left out by the client, which a rule of its own tells
    if (request.unsent?.some(({ setting }) => setting === "vpcConfig") === true) return;
    const missing = isMissing(request, subnets);
    const groupsMissing = isMissing(request, securityGroupIds);
    if (missing === "cannot tell" || groupsMissing === "cannot tell") {
      const why = (fieldAt(request, subnets) ?? fieldAt(request, securityGroupIds))?.why;
      yield { cannotTell: why ?? "the network is known only when the notebook runs" };
      return;
    }
    if (missing === false || groupsMissing === false) return;

    const keyPaths = missingKeyPaths(request);
    const network = {
      propose: "network",
      subnetsPath: subnets,
      securityGroupIdsPath: securityGroupIds,
      safety: "safe",
    } as const;
    const { says, demands } = whoAsksForVpc(request.operation, policy);
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} is not in a VPC: it has no subnets and no security groups${says}`,
      demands,
      onOneBranch: missing !== true || groupsMissing !== true,
      fixes:
        missing !== groupsMissing
          ? // Of what is there on one branch the other half is missing
            completedWhereMissing(request, subnets, securityGroupIds)
          : missing !== true
            ? [{ ...network, safety: "unsafe", onlyWhereMissing: true, keyPaths: [] }]
            : [{ ...network, keyPaths: [] }, ...(keyPaths.length === 0 ? [] : [{ ...network, keyPaths }])],
    };
  },
});
