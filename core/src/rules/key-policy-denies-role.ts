import { defineRule } from "./define-rule.js";
import { keyFindings } from "./key-findings.js";
import { fieldAt } from "./rule-request.js";

export const keyPolicyDeniesRole = defineRule({
  id: "key-policy-denies-role",
  severity: "error",
  needs: ["outputKey", "roles", "rolePolicies", "keyPolicies", "keyGrants"],
  summary: "The policy of the key that encrypts the output does not let the execution role use it",
  why: "A key's policy must give the execution role its use, or leave it to the account's own policies; whatever a role is allowed elsewhere does not count against it.",
  remedy:
    "Have the key's owner name the role in the key's policy, with kms:Encrypt, kms:Decrypt and kms:GenerateDataKey, or use another key.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html",

  applies: (request) =>
    fieldAt(request, request.settings.roleArn) !== undefined &&
    fieldAt(request, request.settings.outputKmsKeyId) !== undefined,

  *check(request, { account }) {
    yield* keyFindings(request, account, "key");
  },
});
