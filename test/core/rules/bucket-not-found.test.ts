import { bucketNotFound } from "../../../core/src/rules/bucket-not-found.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(bucketNotFound, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
estimator = Estimator(image_uri="image", role="arn:aws:iam::111122223333:role/T", instance_count=1, instance_type="ml.m5.large", output_path="s3://ml-data")
`,
  valid: {
    "a bucket that is there": `sm.create_training_job(**job)`,
    "a bucket in another region, which another rule tells": `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-frankfurt/out"}})`,
    "a bucket that nobody was asked about": `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-else/out"}})`,
    "a bucket known only at run time": `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": f"s3://{session.default_bucket()}/out"}})`,
    "the default bucket, which the SDK makes": `import sagemaker
session = sagemaker.Session()
estimator.fit(f"s3://{session.default_bucket()}/train")`,
    "a bucket with an unknown folder": `estimator.fit(f"s3://ml-data/{folder()}/train")`,
    "a bucket that is not known whole": `estimator.fit(f"s3://ml-data-gone-{stage()}/train")`,
    "a file": `sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "file:///tmp/ml-data-gone"}})`,
  },
  invalid: {
    "an output bucket that is not there": {
      code: `\
sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-data-gone/out"}})
#                                                                     ^^^^^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job can write nothing there unless somebody makes it first`,
      output: null,
    },
    "an input bucket of one channel": {
      code: `\
def channel(name, uri):
    return {"ChannelName": name, "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": uri}}}
sm.create_training_job(**job, InputDataConfig=[channel("train", "s3://ml-data/train"), channel("test", "s3://ml-data-gone/test")])
#                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job has nothing to read unless somebody makes it first`,
    },
    "an estimator's output": {
      code: `\
Estimator(image_uri="image", role="arn:aws:iam::111122223333:role/T", instance_count=1, instance_type="ml.m5.large", output_path="s3://ml-data-gone")
#                                                                                                                                ^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job can write nothing there unless somebody makes it first`,
    },
    "what an estimator is given, with an unknown folder": {
      code: `\
estimator.fit({"train": f"s3://ml-data-gone/{folder()}/train"})
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job has nothing to read unless somebody makes it first`,
    },
    "an input's own place": {
      code: `\
from sagemaker.inputs import TrainingInput
estimator.fit(TrainingInput("s3://ml-data-gone/train", content_type="text/csv"))
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job has nothing to read unless somebody makes it first`,
    },
    "on one branch": {
      code: `\
out = "s3://ml-data-gone/out" if prod() else "s3://ml-data/out"
#     ^^^^^^^^^^^^^^^^^^^^^^^ There is no bucket ml-data-gone: the job can write nothing there unless somebody makes it first (on one branch)
sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": out}})`,
    },
  },
});
