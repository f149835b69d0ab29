import { isUnkeyed, keyOfBucket, namelessOutputs, unkeyedOutputs } from "./bucket-key.js";
import { defineRule } from "./define-rule.js";
import { problemOf } from "./key-problem.js";
import { proposeKeys } from "./propose-keys.js";

export const bucketKeyNotUsable = defineRule({
  id: "bucket-key-not-usable",
  // Whether SageMaker leaves the encryption to the bucket, its documents do not say in so many words
  severity: "warning",
  needs: ["bucketEncryptions", "bucketKeys"],
  summary: "The bucket for the output encrypts with a key that cannot encrypt",
  why: "What is written without a key of the job's S3 encrypts as the bucket says. With a key that is disabled or pending deletion S3 refuses to write, at the end, when all the work is done.",
  remedy: "Give the job an output key, or have the bucket's default encryption mended.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html",
  references: {
    conditionKeys: ["sagemaker:OutputKmsKeyArn"],
  },

  applies: (request) =>
    unkeyedOutputs(request).length > 0 || (isUnkeyed(request) && namelessOutputs(request).length > 0),

  *check(request, { account }) {
    for (const why of namelessOutputs(request)) yield { cannotTell: why };
    const path = request.settings.outputKmsKeyId ?? "";
    for (const { bucket, span, onOneBranch } of unkeyedOutputs(request)) {
      const encryption = account.bucketEncryption(bucket);
      for (const id of encryption === undefined ? [] : keyOfBucket(encryption, request.lookUpRegion ?? "")) {
        const key = account.key(id);
        const problem = key && problemOf(key);
        if (problem === undefined) continue;
        yield {
          span: span ?? request.nameSpan,
          message: `${bucket} encrypts with the KMS key ${id}, which ${problem.says}: S3 refuses what is written without another key`,
          onOneBranch,
          facts: [
            { kind: "bucketEncryption", id: bucket, says: `${bucket} encrypts with ${id}` },
            { kind: "key", id },
          ],
          fixes: proposeKeys(request, path, [path]),
        };
      }
    }
  },
});
