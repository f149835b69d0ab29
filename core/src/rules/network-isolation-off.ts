import { defineRule } from "./define-rule.js";
import { flagOf } from "./flag-of.js";
import { jobWords } from "./job-words.js";
import { imageInNeedOfNetwork } from "./network-isolation-unsupported.js";
import { fieldAt } from "./rule-request.js";

export const networkIsolationOff = defineRule({
  id: "network-isolation-off",
  severity: "warning",
  needs: [],
  summary: "The containers may make network calls, and the team wants them isolated",
  why: "With network isolation the containers make no network calls and get no AWS credentials; SageMaker itself still moves the job's data. The team's policy asks for it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
  demand: { by: ["network.isolation"], otherwiseSilent: true },
  references: {
    prowler: [
      "sagemaker_training_jobs_network_isolation_enabled",
      "sagemaker_models_network_isolation_enabled",
    ],
    steampipe: [
      "sagemaker_training_job_network_isolation_enabled",
      "sagemaker_model_network_isolation_enabled",
    ],
    config: [
      "SAGEMAKER_MODEL_ISOLATION_ENABLED",
      "SAGEMAKER_DATA_QUALITY_JOB_ISOLATION",
      "SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION",
      "SAGEMAKER_MODEL_EXPLAINABILITY_JOB_NETWORK_ISOLATION",
    ],
    securityHub: ["SageMaker.5"],
    checkov: ["CKV_AWS_370"],
    conditionKeys: ["sagemaker:NetworkIsolation"],
  },

  applies: ({ settings }, { network }) =>
    network?.isolation === "required" && settings.networkIsolation !== undefined,

  *check(request) {
    const path = request.settings.networkIsolation ?? "";
    const isOn = flagOf(request, path, { isPredicted: true });
    if (isOn === true) return;
    if (isOn === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? `${path} is known only when the notebook runs` };
      return;
    }
    const image = imageInNeedOfNetwork(request);
    yield {
      span: fieldAt(request, path)?.span ?? request.nameSpan,
      message: `${jobWords(request)} is not isolated from the network, which the team's policy asks for${image === undefined ? "" : `; SageMaker's ${image} container does not work isolated: the policy has to make an exception for it, or the job another image`}`,
      onOneBranch: isOn === "differs",
      fixes:
        image !== undefined
          ? []
          : [
              {
                propose: "set",
                title: "Isolate the containers from the network",
                safety: "unsafe", // what they download stops working
                changes: [{ path, value: true }],
              },
            ],
    };
  },
});
