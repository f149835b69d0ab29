import { isAsked } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { hasOutput, missingKeyPaths } from "./missing-keys.js";
import { proposeKeys } from "./propose-keys.js";
import { fieldAt, isMissing } from "./rule-request.js";

export const outputKeyMissing = defineRule({
  id: "output-key-missing",
  severity: "info",
  needs: [],
  summary: "The output in S3 is encrypted without a key of yours",
  why: "The output is still encrypted, with the key that AWS manages for S3; a key of your own lets you control, audit and share its use.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html",
  demand: { by: ["encryption.outputKey"], severity: "warning" },
  references: {
    steampipe: ["sagemaker_training_job_volume_and_data_encryption_enabled"],
    checkov: ["CKV_AWS_367"],
    conditionKeys: ["sagemaker:OutputKmsKeyArn"],
  },

  applies: (request) => request.settings.outputKmsKeyId !== undefined && hasOutput(request),

  *check(request, { policy }) {
    const path = request.settings.outputKmsKeyId;
    const missing = isMissing(request, path);
    if (path === undefined || missing === false) return;
    if (missing === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? "the key is known only when the notebook runs" };
      return;
    }
    const isDemanded = isAsked(policy, "encryption.outputKey");
    yield {
      span: request.nameSpan,
      message: `The output is encrypted with the key that AWS manages for S3, not with a KMS key of yours${isDemanded ? ", which the team's policy asks for" : ""}`,
      onOneBranch: missing !== true,
      fixes: missing === true ? proposeKeys(request, path, missingKeyPaths(request)) : [],
    };
  },
});
