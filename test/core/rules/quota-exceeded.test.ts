import { quotaExceeded } from "../../../core/src/rules/quota-exceeded.js";
import { environmentOf } from "../../support/account-facts.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(quotaExceeded, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: `\
from sagemaker.estimator import Estimator
from sagemaker.processing import Processor
from sagemaker.transformer import Transformer
import boto3
job = dict(role="arn:aws:iam::111122223333:role/Training", image_uri="image")
`,
  valid: {
    "variants within the quota": `boto3.client("sagemaker").create_endpoint_config(EndpointConfigName="churn", ProductionVariants=[{"VariantName": "a", "ModelName": "a", "InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 3}])`,
    "variants known only at run time": `boto3.client("sagemaker").create_endpoint_config(EndpointConfigName="churn", ProductionVariants=variants())`,
    "instances of a training plan, which may have a quota of their own": `Estimator(**job, instance_count=1, instance_type="ml.p3.2xlarge", training_plan="arn:aws:sagemaker:us-east-1:111122223333:training-plan/p")`,
    "instances of a training plan, by boto3": `boto3.client("sagemaker").create_training_job(TrainingJobName="t", ResourceConfig={"InstanceType": "ml.p3.2xlarge", "InstanceCount": 1, "TrainingPlanArn": plan()})`,
    "instances that an endpoint has reserved": `boto3.client("sagemaker").create_endpoint_config(EndpointConfigName="churn", ProductionVariants=[{"VariantName": "a", "ModelName": "a", "InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 4, "CapacityReservationConfig": {"MlReservationArn": "arn:aws:sagemaker:us-east-1:111122223333:training-plan/p"}}])`,
    "as many as the quota": `Estimator(**job, instance_count=18, instance_type="ml.m5.xlarge")`,
    "quotas for all types, of which AWS lists one only": `Processor(**job, instance_count=4, instance_type="ml.m5.xlarge").run()`,
    "a default quota that is enough": `Transformer("model", 4, "ml.m5.large").transform("s3://ml-data/batch")`,
    "a type that AWS lists no quota for": `Estimator(**job, instance_count=9, instance_type="ml.c5.xlarge")`,
    "a count known only at run time": `Estimator(**job, instance_count=nodes(), instance_type="ml.p3.2xlarge")`,
    "a quota of another use": `Processor(**job, instance_count=2, instance_type="ml.m5.xlarge").run()`,
    "spot or not, which is known only at run time": `Estimator(**job, instance_count=2, instance_type="ml.m5.xlarge", use_spot_instances=cheap(), max_wait=86400)`,
  },
  invalid: {
    "training jobs of a tuning job at once": {
      code: `\
tuned = {"ResourceLimits": {"MaxNumberOfTrainingJobs": 9, "MaxParallelTrainingJobs": 3}, "Strategy": "Bayesian"}
boto3.client("sagemaker").create_hyper_parameter_tuning_job(HyperParameterTuningJobName="t", HyperParameterTuningJobConfig=tuned, TrainingJobDefinition={"ResourceConfig": {"InstanceType": "ml.p4d.24xlarge", "InstanceCount": 1}})
#                                                                                                                                                                                           ^^^^^^^^^^^^^^^^^ 3 jobs at once of 1 × ml.p4d.24xlarge, but the account's quota "ml.p4d.24xlarge for training job usage" is 2: AWS answers ResourceLimitExceeded`,
    },
    "variants of an endpoint, together": {
      code: `\
boto3.client("sagemaker").create_endpoint_config(EndpointConfigName="churn", ProductionVariants=[
#                                                                                               ^ 4 × ml.g5.xlarge, but the account's quota "ml.g5.xlarge for endpoint usage" is 3: AWS answers ResourceLimitExceeded when the endpoint is made
    {"VariantName": "a", "ModelName": "a", "InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 2},
    {"VariantName": "b", "ModelName": "b", "InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 2},
])`,
    },
    "more than the quota": {
      code: `\
Estimator(**job, instance_count=3, instance_type="ml.p4d.24xlarge")
#                                                ^^^^^^^^^^^^^^^^^ 3 × ml.p4d.24xlarge, but the account's quota "ml.p4d.24xlarge for training job usage" is 2: AWS answers ResourceLimitExceeded`,
      output: null,
    },
    "more than all types together": {
      code: `\
Estimator(**job, instance_count=19, instance_type="ml.m5.xlarge")
#                                                 ^^^^^^^^^^^^^^ 19 instances, but the account's quota "Number of instances across all training jobs" is 18: AWS answers ResourceLimitExceeded`,
    },
    "more than all types together, of processing": {
      code: `\
Processor(**job, instance_count=5, instance_type="ml.m5.xlarge").run()
#                                                ^^^^^^^^^^^^^^ 5 instances, but the account's quota "Number of instances across all processing jobs" is 4: AWS answers ResourceLimitExceeded`,
    },
    "rules of Debugger, each in a processing job": {
      code: `\
rule = {"RuleConfigurationName": "r", "RuleEvaluatorImage": "image"}
boto3.client("sagemaker").create_training_job(TrainingJobName="t", ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1}, DebugRuleConfigurations=[rule, rule, rule], ProfilerRuleConfigurations=[rule, rule])
#                                                                                                                                                               ^^^^^^^^^^^^^^^^^^ 5 rules of Debugger and Profiler, each with a processing job of its own, but the account's quota "Number of instances across all processing jobs" is 4: AWS answers ResourceLimitExceeded`,
    },
    "more than one type and all together, told once": {
      code: `\
Estimator(**job, instance_count=25, instance_type="ml.m5.xlarge")
#                                                 ^^^^^^^^^^^^^^ 25 × ml.m5.xlarge, but the account's quota "ml.m5.xlarge for training job usage" is 20: AWS answers ResourceLimitExceeded`,
    },
    "a quota of none, AWS's default": {
      code: `\
Estimator(**job, instance_count=1, instance_type="ml.p3.2xlarge")
#                                                ^^^^^^^^^^^^^^^ 1 × ml.p3.2xlarge, but the account's quota "ml.p3.2xlarge for training job usage" is 0: AWS answers ResourceLimitExceeded`,
    },
    "spot instances, which have a quota of their own": {
      code: `\
Estimator(**job, instance_count=2, instance_type="ml.m5.xlarge", use_spot_instances=True, max_wait=86400)
#                                                ^^^^^^^^^^^^^^ 2 × ml.m5.xlarge, but the account's quota "ml.m5.xlarge for spot training job usage" is 1: AWS answers ResourceLimitExceeded`,
    },
  },
});
