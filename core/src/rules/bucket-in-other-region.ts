import { defineRule } from "./define-rule.js";
import { isAtS3 } from "./rule-request.js";
import type { S3Location } from "../requests/s3-locations.js";

export const bucketInOtherRegion = defineRule({
  id: "bucket-in-other-region",
  severity: "error",
  needs: ["buckets"],
  summary: "A bucket is in another region than the job",
  why: "SageMaker reads the input of training jobs and models, and writes their output, in the job's own region only (BucketRegionError).",
  remedy: "Use a bucket of the job's region, or run the job in the bucket's.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html",

  applies: (request) => isAtS3(request),

  *check(request, { account }) {
    const { s3Locations, unknownS3, nameSpan, lookUpRegion } = request;
    for (const why of unknownS3) yield { cannotTell: why };
    for (const location of s3Locations) {
      const { bucket, span, onOneBranch } = location;
      const found = account.bucket(bucket);
      if (found === undefined) continue; // told by bucket-not-found
      if (found.region === undefined) {
        yield { cannotTell: `in which region ${bucket} is` };
        continue;
      }
      if (found.region === lookUpRegion) continue;
      yield {
        span: span ?? nameSpan,
        severity: isDocumented(request.step?.operation ?? request.operation, location) ? "error" : "warning",
        message: `The bucket ${bucket} is in ${found.region}, but the job runs in ${lookUpRegion ?? "another region"}`,
        onOneBranch,
        facts: [{ kind: "bucket", id: bucket, says: `${bucket} is in ${found.region}` }],
      };
    }
  },
});

/** Where the API's own texts, or the errors that jobs were seen to end with, ask for the job's region. */
function isDocumented(operation: string, { path }: S3Location): boolean {
  const isTraining = operation === "CreateTrainingJob" || operation === "CreateHyperParameterTuningJob";
  if (isTraining) return /\b(?:InputDataConfig\[\d+\]|OutputDataConfig)\./.test(path);
  return operation === "CreateModel" && path.endsWith("ModelDataUrl");
}
