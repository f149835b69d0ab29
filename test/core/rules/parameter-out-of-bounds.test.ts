import { parameterOutOfBounds } from "../../../core/src/rules/parameter-out-of-bounds.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterOutOfBounds, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "as many as there may be": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": [f"subnet-{n}" for n in range(16)], "SecurityGroupIds": ["sg-train"]})`,
    "an empty list of a VPC, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": [], "SecurityGroupIds": ["sg-train"]})`,
    "nothing yet, before the loop that looks for it": `role = ""
for one in iam.list_roles()["Roles"]:
    if one["RoleName"].startswith("Training"):
        role = one["Arn"]
sm.create_training_job(**{**job, "RoleArn": role}, ResourceConfig=resources)`,
    "a list that may have more": `subnets = ["subnet-a1"]
subnets += more()
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": subnets, "SecurityGroupIds": ["sg-train"]})`,
  },
  invalid: {
    "more subnets than a job takes": {
      code: `\
subnets = [f"subnet-{number}" for number in range(17)]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ VpcConfig.Subnets takes at most 16, and this is 17: AWS refuses the request
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": subnets, "SecurityGroupIds": ["sg-train"]})`,
      output: null,
    },
    "more groups than a job takes": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6"]})
#                                                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ VpcConfig.SecurityGroupIds takes at most 5, and this is 6: AWS refuses the request`,
      output: null,
    },
    "a number below the least": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, StoppingCondition={"MaxRuntimeInSeconds": 0})
#                                                                                                 ^ StoppingCondition.MaxRuntimeInSeconds takes at least 1, and this is 0: boto3 raises ParamValidationError, and no job starts`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, StoppingCondition={"MaxRuntimeInSeconds": 1})`,
    },
    "a name that is too long": {
      code: `\
sm.create_training_job(**{**job, "TrainingJobName": "a" * 64}, ResourceConfig=resources)
#                                                   ^^^^^^^^ TrainingJobName takes at most 63 characters, and this has 64: AWS refuses the request`,
      output: null,
    },
    "a role's name for its ARN": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": "Training"}, ResourceConfig=resources)
#                                           ^^^^^^^^^^ RoleArn cannot be "Training", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME with an ACCOUNT of 12 digits: boto3 raises ParamValidationError, and no job starts`,
      output: null,
    },
    "nothing, where the call itself says so": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": role() if owned else ""}, ResourceConfig=resources)
#                                                                ^^ RoleArn cannot be "", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME with an ACCOUNT of 12 digits: boto3 raises ParamValidationError, and no job starts (on one branch)`,
      output: null,
    },
    "a file system to be filled in": {
      code: `\
from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput
est = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge")
est.fit(FileSystemInput("<fsx_id>", "FSxLustre", "/fsx/data"))
#                       ^^^^^^^^^^ InputDataConfig[0].DataSource.FileSystemDataSource.FileSystemId is still a placeholder, "<fsx_id>", it takes the id of a file system, which begins with fs-: botocore raises ParamValidationError, and no job starts`,
      output: null,
    },
    "one to be filled in whose beginning is there": {
      code: `\
from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput
est = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge")
est.fit(FileSystemInput("fs-xxx", "FSxLustre", "/fsx/data"))
#                       ^^^^^^^^ InputDataConfig[0].DataSource.FileSystemDataSource.FileSystemId is still a placeholder, "fs-xxx", it takes the id of a file system, which begins with fs-: botocore raises ParamValidationError, and no job starts`,
      output: null,
    },
    "more subnets than an estimator's job takes": {
      code: `\
from sagemaker.estimator import Estimator
subnets = [f"subnet-{number}" for number in range(17)]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ VpcConfig.Subnets takes at most 16, and this is 17: AWS refuses the request
est = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge", subnets=subnets, security_group_ids=["sg-train"])`,
      output: null,
    },
  },
});
