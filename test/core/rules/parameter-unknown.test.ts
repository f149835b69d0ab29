import { parameterUnknown } from "../../../core/src/rules/parameter-unknown.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterUnknown, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "the members that there are": `sm.create_training_job(**job, ResourceConfig=resources)`,
    "a map of the author's own": `sm.create_training_job(**job, ResourceConfig=resources, HyperParameters={"epochs": "3"}, Environment={"VpcId": "x"})`,
    "a dict that is not known": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=vpc_config())`,
    "the client of another service": `boto3.client("lambda").create_function(FunctionName="f", VpcConfig={"SubnetIds": ["subnet-a1"]})`,
    "names of the SDK": `from sagemaker.estimator import Estimator
Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge", whatever=1)`,
  },
  invalid: {
    "a member in another case": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"], "securityGroupIds": ["sg-train"]})
#                                                                                            ^^^^^^^^^^^^^^^^^^ VpcConfig has no member securityGroupIds (it is called SecurityGroupIds): boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`,
    },
    "the VPC's id beside its subnets": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"VpcId": "vpc-a", "Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
#                                                                  ^^^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`,
    },
    "the VPC's id alone, by keyword": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=dict(VpcId="vpc-a"))
#                                                                      ^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=dict(Subnets=["subnet-a1", "subnet-a2"], SecurityGroupIds=["sg-train"]))`,
    },
    "the VPC's id alone": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={'VpcId': "vpc-a"})
#                                                                  ^^^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={'Subnets': ['subnet-a1', 'subnet-a2'], 'SecurityGroupIds': ['sg-train']})`,
    },
    "the id alone of a VPC without a way to S3": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"VpcId": "vpc-b"})
#                                                                  ^^^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "the VPC's id alone, on a command line": {
      code: `\
!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/R --vpc-config VpcId=vpc-a --region us-east-1
#                                                                                                             ^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): the AWS CLI refuses it, and nothing is sent`,
      output: `!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/R --vpc-config Subnets=subnet-a1,subnet-a2,SecurityGroupIds=sg-train --region us-east-1`,
    },
    "the VPC's id alone, in JSON": {
      code: `\
!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/R --vpc-config '{"VpcId": "vpc-a"}' --region us-east-1
#                                                                                                               ^^^^^^^ VpcConfig has no member VpcId (the subnets say which VPC it is): the AWS CLI refuses it, and nothing is sent`,
      output: `!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/R --vpc-config '{"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]}' --region us-east-1`,
    },
    "a keyword that is nearly one": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, EnableNetworkIsolated=True)
#                                                       ^^^^^^^^^^^^^^^^^^^^^ CreateTrainingJob has no member EnableNetworkIsolated (it is called EnableNetworkIsolation): boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, EnableNetworkIsolation=True)`,
    },
    "a VPC of a transform job": {
      code: `\
sm.create_transform_job(
    TransformJobName="t", ModelName="m",
    TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}},
    TransformOutput={"S3OutputPath": "s3://ml-data/out"},
    TransformResources={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1},
    VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]},
#   ^^^^^^^^^ CreateTransformJob has no member VpcConfig (a transform job takes its VPC from its model): boto3 raises ParamValidationError, and nothing is sent
)`,
      output: `sm.create_transform_job(
    TransformJobName="t", ModelName="m",
    TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}},
    TransformOutput={"S3OutputPath": "s3://ml-data/out"},
    TransformResources={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1},
)`,
    },
    "the VPC of a running job": {
      code: `\
sm.update_training_job(TrainingJobName="churn-1", VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
#                                                 ^^^^^^^^^ UpdateTrainingJob has no member VpcConfig (the VPC of a job can never change: start a new job): boto3 raises ParamValidationError, and nothing is sent`,
      output: `sm.update_training_job(TrainingJobName="churn-1")`,
    },
    "the VPC of a running job, from the command line": {
      code: `\
!aws sagemaker update-training-job --training-job-name churn-1 --vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-train
#                                                              ^^^^^^^^^^^^ UpdateTrainingJob has no member VpcConfig (the VPC of a job can never change: start a new job): the AWS CLI refuses it, and nothing is sent`,
      output: `!aws sagemaker update-training-job --training-job-name churn-1`,
    },
    "a key that is set later": {
      code: `\
vpc = {"Subnets": ["subnet-a1"]}
vpc["security_groups"] = ["sg-train"]
#   ^^^^^^^^^^^^^^^^^ VpcConfig has no member security_groups (it is called SecurityGroupIds): boto3 raises ParamValidationError, and no job starts
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=vpc)`,
      output: `vpc = {"Subnets": ["subnet-a1"]}
vpc["SecurityGroupIds"] = ["sg-train"]
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=vpc)`,
    },
  },
});
