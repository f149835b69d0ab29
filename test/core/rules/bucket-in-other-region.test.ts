import { bucketInOtherRegion } from "../../../core/src/rules/bucket-in-other-region.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(bucketInOtherRegion, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: boto3Prelude,
  valid: {
    "the job's region": `sm.create_training_job(**job)`,
    "no such bucket": `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-gone/out"}})`,
    "a client whose region is known only at run time": `\
boto3.client("sagemaker", region_name=region()).create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-frankfurt/out"}})`,
  },
  invalid: {
    "another region": {
      code: `\
sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-frankfurt/out"}})
#                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The bucket ml-data-frankfurt is in eu-central-1, but the job runs in us-east-1`,
      output: null,
    },
    "a model's data": {
      code: `\
sm.create_model(ModelName="churn", ExecutionRoleArn="arn:aws:iam::111122223333:role/T", PrimaryContainer={"Image": "image", "ModelDataUrl": "s3://ml-data-frankfurt/model.tar.gz"})
#                                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The bucket ml-data-frankfurt is in eu-central-1, but the job runs in us-east-1`,
    },
  },
});
