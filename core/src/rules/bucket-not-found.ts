import { defineRule } from "./define-rule.js";
import { isAtS3 } from "./rule-request.js";

export const bucketNotFound = defineRule({
  id: "bucket-not-found",
  // Something else may make it before the job starts.
  severity: "warning",
  needs: ["buckets"],
  summary: "A bucket that the job reads from or writes to does not exist",
  why: "Without its input a job is refused; without the bucket for its output it fails at its end, after all the work.",
  remedy: "Correct the bucket's name, or make the bucket before the job starts.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html",

  applies: (request) => isAtS3(request),

  *check({ s3Locations, unknownS3, nameSpan }, { account }) {
    for (const why of unknownS3) yield { cannotTell: why };
    for (const { bucket, span, onOneBranch, use, isDefaultBucket } of s3Locations) {
      // The SDK makes its default bucket where it is not there
      if (isDefaultBucket || account.bucket(bucket) !== undefined) continue;
      yield {
        span: span ?? nameSpan,
        message: `There is no bucket ${bucket}: ${use === "read" ? "the job has nothing to read" : "the job can write nothing there"} unless somebody makes it first`,
        onOneBranch,
        facts: [{ kind: "bucket", id: bucket, says: `S3 knows no bucket ${bucket}` }],
      };
    }
  },
});
