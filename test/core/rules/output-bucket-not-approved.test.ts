import { outputBucketNotApproved } from "../../../core/src/rules/output-bucket-not-approved.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(outputBucketNotApproved, {
  environment: { ...environment, policy: { data: { outputBuckets: ["ml-data", "team-*"] } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    "an approved bucket": `sm.create_training_job(**job)`,
    "one of a pattern": `Estimator(**est, instance_count=1, output_path="s3://team-a/out")`,
    "the default bucket of a session that is not known": `Estimator(**est, instance_count=1, sagemaker_session=session())`,
    "inputs may come from anywhere": `sm.create_training_job(**job, InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://open-data/x"}}}])`,
  },
  invalid: {
    "the default bucket of the session": {
      code: `\
job = Estimator(**est, instance_count=1)
#     ^^^^^^^^^ This training job writes to sagemaker-us-east-1-111122223333, none of the buckets that the team's policy approves: ml-data, team-*`,
    },
    another: {
      code: `\
Estimator(**est, instance_count=1, output_path="s3://my-own/out")
#                                              ^^^^^^^^^^^^^^^^^ This training job writes to my-own, none of the buckets that the team's policy approves: ml-data, team-*`,
      output: null,
    },
  },
});
