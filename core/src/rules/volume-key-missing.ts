import { isAsked } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { missingKeyPaths, takesVolumeKey } from "./missing-keys.js";
import { proposeKeys } from "./propose-keys.js";
import { fieldAt, isMissing, type RuleRequest } from "./rule-request.js";

export const volumeKeyMissing = defineRule({
  id: "volume-key-missing",
  severity: "info",
  needs: [],
  summary: "The storage volume is encrypted without a key of yours",
  why: "The volume is still encrypted, with a transient key that SageMaker makes and discards; a key of your own lets you control and audit its use.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html",
  demand: { by: ["encryption.volumeKey"], severity: "warning" },
  references: {
    prowler: [
      "sagemaker_training_jobs_volume_and_output_encryption_enabled",
      "sagemaker_notebook_instance_encryption_enabled",
    ],
    steampipe: ["sagemaker_notebook_instance_encrypted_with_kms_cmk"],
    checkov: ["CKV_AWS_22", "CKV_AWS_368"],
    conditionKeys: ["sagemaker:VolumeKmsKeyArn"],
  },

  applies: (request, { encryption }) =>
    request.settings.volumeKmsKeyId !== undefined &&
    (isDomain(request)
      ? encryption?.volumeKey === "required"
      : request.settings.instanceType !== undefined && takesVolumeKey(request) !== false),

  *check(request, { policy }) {
    const path = request.settings.volumeKmsKeyId;
    const missing = isMissing(request, path);
    if (path === undefined || missing === false) return;
    if (missing === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? "the key is known only when the notebook runs" };
    } else if (!isDomain(request) && takesVolumeKey(request) === "cannot tell") {
      yield { cannotTell: "whether the instance type takes a volume key" };
    } else {
      const isDemanded = isAsked(policy, "encryption.volumeKey");
      yield {
        span: request.nameSpan,
        message: `${isDomain(request) ? "The domain's volumes are encrypted with a key that AWS manages" : "The storage volume is encrypted with a transient key of SageMaker's"}, not with a KMS key of yours${isDemanded ? ", which the team's policy asks for" : ""}`,
        onOneBranch: missing !== true,
        fixes: missing === true ? proposeKeys(request, path, missingKeyPaths(request)) : [],
      };
    }
  },
});

/** Its file system and the volumes of its apps. @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateDomain.html */
const isDomain = ({ operation }: RuleRequest): boolean => operation === "CreateDomain";
