import { inputEmpty } from "../../../core/src/rules/input-empty.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const wrong = `sm.create_training_job(**job, InputDataConfig=[channel("s3://ml-data/trian")])`;

testRule(inputEmpty, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
train = dict(image_uri="image", role="arn:aws:iam::111122223333:role/T", instance_count=1, instance_type="ml.m5.large", output_path="s3://ml-data/out")
def channel(uri):
    return {"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": uri}}}
`,
  valid: {
    "a prefix that has objects": `Estimator(**train).fit("s3://ml-data/train")`,
    "one that nobody was asked about": `Estimator(**train).fit("s3://ml-data/other")`,
    "the bucket itself": `Estimator(**train).fit("s3://ml-data")`,
    "one that goes on with what only running code knows": `Estimator(**train).fit(f"s3://ml-data/trian/{run()}")`,
    "a bucket of another region, and one that is not there": `sm.create_training_job(**job, InputDataConfig=[channel("s3://ml-data-frankfurt/trian"), channel("s3://ml-data-gone/trian")])`,
    "data that the notebook uploads": `import boto3\nboto3.client("s3").upload_file("a.csv", bucket, key)\n${wrong}`,
    "data that the notebook copies": `!aws s3 cp a.csv $target\n${wrong}`,
    "data that a table is written to": `df.to_parquet(target)\n${wrong}`,
    "data that another job may write": `Estimator(**train).fit()\nEstimator(**train).fit("s3://ml-data/trian")`,
  },
  invalid: {
    "a prefix without objects": {
      code: `\
Estimator(**train).fit("s3://ml-data/trian")
#                      ^^^^^^^^^^^^^^^^^^^^ There is nothing under s3://ml-data/trian: AWS refuses the job unless somebody puts its data there first`,
      output: null,
    },
    "one channel of two": {
      code: `\
sm.create_training_job(**job, InputDataConfig=[channel("s3://ml-data/train"), channel("s3://ml-data/trian")])
#                                                                                     ^^^^^^^^^^^^^^^^^^^^ There is nothing under s3://ml-data/trian: AWS refuses the job unless somebody puts its data there first`,
    },
  },
});
