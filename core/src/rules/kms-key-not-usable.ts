import { defineRule } from "./define-rule.js";
import { problemOf } from "./key-problem.js";
import { readKeyReference, replicaIn } from "./key-reference.js";
import { nearest } from "./propose-nearest.js";
import { fieldAt } from "./rule-request.js";

export const kmsKeyNotUsable = defineRule({
  id: "kms-key-not-usable",
  severity: "error",
  needs: ["volumeKey", "outputKey", "replicaKeys"],
  summary: "A KMS key cannot encrypt: disabled, pending deletion, asymmetric or of another region",
  why: "SageMaker encrypts with an enabled, symmetric encryption key of the region the job runs in; with any other the job fails.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",

  applies: (request) =>
    fieldAt(request, request.settings.volumeKmsKeyId) !== undefined ||
    fieldAt(request, request.settings.outputKmsKeyId) !== undefined,

  *check(request, { account }) {
    for (const { value, span, path, onOneBranch } of request.keysOfOtherRegions) {
      const region = request.lookUpRegion ?? "";
      const replica = account.key(replicaIn(region, value) ?? "");
      const where = `The KMS key is in ${readKeyReference(value).region ?? "another region"}, but the job runs in ${region}`;
      const isKnown = fieldAt(request, path)?.state === "known";
      yield {
        span,
        message: replica === undefined ? where : `${where}, where it has a replica`,
        onOneBranch,
        facts: replica === undefined ? [] : [{ kind: "key", id: replica.arn }],
        fixes: [
          ...(replica === undefined || !isKnown
            ? []
            : [
                {
                  propose: "set",
                  title: `Use the key's replica in ${region}`,
                  safety: "unsafe",
                  changes: [{ path, value: replica.arn }],
                } as const,
              ]),
          ...nearest(request, "key", path, value),
        ],
      };
    }
    for (const { value, span, path, onOneBranch } of [...request.volumeKeys, ...request.outputKeys]) {
      const key = account.key(value);
      const problem = key && problemOf(key);
      if (problem === undefined) continue;
      yield {
        span,
        severity: problem.severity,
        message: `The KMS key ${value} ${problem.says}`,
        onOneBranch,
        facts: [{ kind: "key", id: value }],
        fixes:
          fieldAt(request, path)?.state === "known"
            ? [{ propose: "key", paths: [path], safety: "unsafe" }]
            : [],
      };
    }
  },
});
