import { defineRule } from "./define-rule.js";
import { nearest } from "./propose-nearest.js";

export const kmsKeyNotFound = defineRule({
  id: "kms-key-not-found",
  severity: "error",
  needs: ["volumeKey", "outputKey"],
  summary: "A KMS key does not exist in the job's account and region",
  why: "SageMaker encrypts with a key of the region the job runs in, and refuses one that is not there.",
  remedy: "Correct the key; one of another account is given by its ARN, never by its id or alias alone.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",

  *check(request, { account }) {
    for (const { value, span, path, onOneBranch } of [...request.volumeKeys, ...request.outputKeys]) {
      if (account.key(value) !== undefined) continue;
      yield {
        span,
        message: `There is no KMS key ${value} in ${account.place}`,
        onOneBranch,
        facts: [{ kind: "key", id: value }],
        fixes: nearest(request, "key", path, value),
      };
    }
  },
});
