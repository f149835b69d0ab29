import { approvedWords, isListed } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { jobWords } from "./job-words.js";

export const outputBucketNotApproved = defineRule({
  id: "output-bucket-not-approved",
  severity: "warning",
  needs: [],
  summary: "A job writes to a bucket that the team has not approved",
  why: "The team's policy lists the buckets that jobs may write to, so that results stay where they are guarded.",
  remedy: "Write to one of the buckets that the policy lists.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html",
  demand: { by: ["data.outputBuckets"], otherwiseSilent: true },

  applies: ({ operation, step }, { data }) =>
    data?.outputBuckets !== undefined && writesOutput.test(step?.operation ?? operation),

  *check(request, { policy }) {
    const approved = policy.data?.outputBuckets ?? [];
    const written = request.s3Locations.filter(({ use }) => use === "write");
    if (written.length === 0) yield { cannotTell: "which bucket the job writes to" };
    for (const { bucket, span, onOneBranch } of written) {
      if (isListed(bucket, approved)) continue;
      yield {
        span: span ?? request.nameSpan,
        message: `${jobWords(request)} writes to ${bucket}, none of the buckets that the team's policy approves: ${approvedWords(approved)}`,
        onOneBranch,
      };
    }
  },
});

const writesOutput =
  /^Create(?:TrainingJob|HyperParameterTuningJob|ProcessingJob|TransformJob|AutoMLJob(?:V2)?)$/;
