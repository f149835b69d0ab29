import { parameterTypeWrong } from "../../../core/src/rules/parameter-type-wrong.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterTypeWrong, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "a tuple for a list": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ("subnet-a1",), "SecurityGroupIds": ["sg-train"]})`,
    "an integer for a number": `sm.create_auto_ml_job(AutoMLJobName="a", AutoMLJobConfig={"DataSplitConfig": {"ValidationFraction": 1}}, **more)`,
    "a placeholder, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": "<your_subnets>", "SecurityGroupIds": ["sg-train"]})`,
    "nothing yet, where a role could not be read": `try:
    role = session.role()
except ValueError:
    role = None
sm.create_training_job(**{**job, "RoleArn": role}, ResourceConfig=resources)`,
    "the region of a session's own session": `import sagemaker
region = sagemaker.Session().boto_session.region_name
sm.create_training_job(**job, ResourceConfig=resources, Environment={"REGION": region})`,
    "what the SDK converts": `from sagemaker.estimator import Estimator
Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge", hyperparameters={"epochs": 3})`,
  },
  invalid: {
    "a string for a list": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": "subnet-a1", "SecurityGroupIds": ["sg-train"]})
#                                                                             ^^^^^^^^^^^ VpcConfig.Subnets takes a list, and this is a string: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`,
    },
    "what a template's author is to fill in": {
      code: `\
sm.create_training_job(**job, ResourceConfig={**resources, "InstanceCount": "\${var.count}"})
#                                                                           ^^^^^^^^^^^^^^ ResourceConfig.InstanceCount is still a placeholder, "\${var.count}", it takes an integer: boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "several ids in one string": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": "subnet-a1, subnet-a2", "SecurityGroupIds": ["sg-train"]})
#                                                                             ^^^^^^^^^^^^^^^^^^^^^^ VpcConfig.Subnets takes a list, and this is a string: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]})`,
    },
    "a number for a hyperparameter": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, HyperParameters={"epochs": 10})
#                                                                                  ^^ HyperParameters.epochs takes a string, and this is an integer: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, HyperParameters={"epochs": "10"})`,
    },
    "digits in quotes": {
      code: `\
sm.create_training_job(**job, ResourceConfig={'InstanceType': 'ml.m5.xlarge', 'InstanceCount': '2'})
#                                                                                              ^^^ ResourceConfig.InstanceCount takes an integer, and this is a string: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig={'InstanceType': 'ml.m5.xlarge', 'InstanceCount': 2})`,
    },
    "a count in the place of the instance type": {
      code: `\
sm.create_training_job(**job, ResourceConfig={'InstanceType': 1, 'InstanceCount': 1})
#                                                             ^ ResourceConfig.InstanceType takes a string, and this is an integer: boto3 raises ParamValidationError, and no job starts`,
    },
    "a flag in quotes": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, EnableNetworkIsolation="true")
#                                                                              ^^^^^^ EnableNetworkIsolation takes True or False, and this is a string: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, EnableNetworkIsolation=True)`,
    },
    "None for what is not wanted": {
      code: `\
sm.create_training_job(**job, VpcConfig=None, ResourceConfig=resources)
#                                       ^^^^ VpcConfig takes a dict, and this is None: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources)`,
    },
    "None on one branch of what the call itself says": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig=network() if private else None)
#                                                                                           ^^^^ VpcConfig takes a dict, and this is None: boto3 raises ParamValidationError, and no job starts (on one branch)`,
      output: null,
    },
    "a comma too many": {
      code: `\
from sagemaker.workflow.pipeline import Pipeline
name = "churn",
#      ^^^^^^^^ PipelineName takes a string, and this is a tuple: a comma follows the value: botocore raises ParamValidationError, and nothing is sent
Pipeline(name=name, steps=[]).create(role_arn="arn:aws:iam::111122223333:role/Training")`,
      output: null,
    },
    "one item for a list of them": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, Tags={"Key": "team", "Value": "ml"})
#                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Tags takes a list, and this is a dict: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, Tags=[{"Key": "team", "Value": "ml"}])`,
    },
  },
});
