import { warmPoolNotKept } from "../../../core/src/rules/warm-pool-not-kept.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(warmPoolNotKept, {
  environment,
  prelude: `\
from sagemaker.estimator import Estimator
job = dict(role="arn:aws:iam::111122223333:role/Training", image_uri="image")
`,
  valid: {
    "room in the quota": `Estimator(**job, instance_count=2, instance_type="ml.m5.large", keep_alive_period_in_seconds=600)`,
    "no warm pool": `Estimator(**job, instance_count=2, instance_type="ml.m5.xlarge")`,
    "a time of nothing": `Estimator(**job, instance_count=2, instance_type="ml.m5.xlarge", keep_alive_period_in_seconds=0)`,
    "a time known only at run time": `Estimator(**job, instance_count=2, instance_type="ml.m5.xlarge", keep_alive_period_in_seconds=minutes() * 60)`,
    "a type that AWS lists no quota for": `Estimator(**job, instance_count=2, instance_type="ml.c5.xlarge", keep_alive_period_in_seconds=600)`,
  },
  invalid: {
    "AWS's default, which is none": {
      code: `\
Estimator(**job, instance_count=1, instance_type="ml.m5.xlarge", keep_alive_period_in_seconds=600)
#                                                                                             ^^^ The account's quota "ml.m5.xlarge for training warm pool usage" is 0, and the job has 1: AWS runs the job and keeps no instance`,
      output: null,
    },
    "more than the quota": {
      code: `\
Estimator(**job, instance_count=3, instance_type="ml.m5.large", keep_alive_period_in_seconds=600)
#                                                                                            ^^^ The account's quota "ml.m5.large for training warm pool usage" is 2, and the job has 3: AWS runs the job and keeps no instance`,
    },
    "spot instances": {
      code: `\
Estimator(**job, instance_count=1, instance_type="ml.m5.xlarge", use_spot_instances=True, max_wait=86400, keep_alive_period_in_seconds=600)
#                                                                                                                                      ^^^ Instances of a spot job are not kept warm: AWS has no warm pools of spot instances`,
    },
  },
});

testRule(warmPoolNotKept, {
  environment,
  prelude: boto3Prelude,
  valid: {},
  invalid: {
    "a request that is written out": {
      code: `\
sm.create_training_job(**job, ResourceConfig={**resources, "KeepAlivePeriodInSeconds": 600})
#                                                                                      ^^^ The account's quota "ml.m5.xlarge for training warm pool usage" is 0, and the job has 1: AWS runs the job and keeps no instance`,
    },
  },
});

testRule(warmPoolNotKept, {
  environment,
  prelude: `\
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute
`,
  valid: {},
  invalid: {
    "a ModelTrainer": {
      code: `\
ModelTrainer(training_image="image", role="arn:aws:iam::111122223333:role/Training", compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, keep_alive_period_in_seconds=600)).train()
#                                                                                                                                                                                 ^^^ The account's quota "ml.m5.xlarge for training warm pool usage" is 0, and the job has 1: AWS runs the job and keeps no instance`,
    },
  },
});
