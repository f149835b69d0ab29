import { defineRule } from "./define-rule.js";
import { keyFindings } from "./key-findings.js";
import { fieldAt } from "./rule-request.js";

export const roleLacksKmsAccess = defineRule({
  id: "role-lacks-kms-access",
  severity: "error",
  needs: ["outputKey", "roles", "rolePolicies", "keyPolicies", "keyGrants"],
  summary: "The execution role may not use the key that encrypts the output",
  why: "SageMaker encrypts the job's output with the execution role, whose policies must allow it to use the key.",
  remedy:
    "Have the role's owner allow it kms:Encrypt, kms:Decrypt and kms:GenerateDataKey on the key's ARN, or the key's owner name the role in the key's policy.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html",

  applies: (request) =>
    fieldAt(request, request.settings.roleArn) !== undefined &&
    fieldAt(request, request.settings.outputKmsKeyId) !== undefined,

  *check(request, { account }) {
    yield* keyFindings(request, account, "role");
  },
});
