import { parameterMissing } from "../../../core/src/rules/parameter-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "all that is required": `sm.create_training_job(**job, ResourceConfig=resources)`,
    "what may be among arguments that are not known": `sm.create_training_job(TrainingJobName="churn-1", **settings())`,
    "what may be in a dict that is not known": `config = settings()
config["TrainingJobName"] = "churn-1"
sm.create_training_job(**config)`,
    "an output of SDK v3 that is given version 2's arguments": `from sagemaker.core.processing import Processor, ProcessingOutput
processor = Processor(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_count=1, instance_type="ml.m5.large")
processor.run(outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")])`,
    "outputs that only one of two runs has: the structure around them goes with them": `from sagemaker.processing import Processor, ProcessingOutput
processor = Processor(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_count=1, instance_type="ml.m5.large")
processor.run(outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")])
processor.run()`,
    "half a VPC, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"]})`,
    "a token that botocore makes up": `sm.create_pipeline(PipelineName="p", RoleArn="arn:aws:iam::111122223333:role/Pipelines", PipelineDefinition="{}")`,
    "a member under another name, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, Tags=[{"Key": "team", "value": "a"}])`,
  },
  invalid: {
    "a member of an item of a list": {
      code: `\
sm.create_training_job(**job, ResourceConfig={"InstanceType": "ml.m5.xlarge"}, Tags=[{"Key": "team"}])
#                                                                                    ^^^^^^^^^^^^^^^ Tags[0] needs Value: boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "the same member on two branches": {
      code: `\
if settings():
    tag = {"Key": "team"}
#         ^^^^^^^^^^^^^^^ Tags[0] needs Value: boto3 raises ParamValidationError, and no job starts (on one branch)
else:
    tag = {"Key": "unit"}
sm.create_training_job(**job, ResourceConfig=resources, Tags=[tag])`,
      output: null,
    },
    "members of the request itself": {
      code: `\
sm.create_training_job(TrainingJobName="churn-1")
#  ^^^^^^^^^^^^^^^^^^^ CreateTrainingJob needs RoleArn and OutputDataConfig: boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "both halves of a VPC": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={})
#                                                       ^^^^^^^^^ VpcConfig needs SecurityGroupIds and Subnets: boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "a member that only one branch gives": {
      code: `\
config = {"TrainingJobName": "churn-1", "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"}}
if owned:
    config["RoleArn"] = "arn:aws:iam::111122223333:role/Training"
sm.create_training_job(**config)
#  ^^^^^^^^^^^^^^^^^^^ CreateTrainingJob needs RoleArn: boto3 raises ParamValidationError, and no job starts (on one branch)`,
      output: null,
    },
  },
});
