import { parameterMalformed } from "../../../core/src/rules/parameter-malformed.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(parameterMalformed, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "names and addresses as they should be": `sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": "s3://ml-data/a b"})`,
    "a role of another partition": `sm.create_training_job(**{**job, "RoleArn": "arn:aws-us-gov:iam::111122223333:role/service-role/Training"}, ResourceConfig=resources)`,
    "a text that is known only in part": `sm.create_training_job(**{**job, "TrainingJobName": f"churn_{now()}"}, ResourceConfig=resources)`,
    "an id to be filled in, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["<subnet>"], "SecurityGroupIds": ["sg-train"]})`,
    "several hyphens in a row": `sm.create_training_job(**{**job, "TrainingJobName": "churn--1"}, ResourceConfig=resources)`,
    "nothing yet, before the loop that looks for it": `team = ""
for one in sm.list_workteams()["Workteams"]:
    team = one["WorkteamArn"]
sm.create_labeling_job(HumanTaskConfig={**human, "WorkteamArn": team}, **labeling)`,
    "lines in a text that may have them": `sm.create_training_job(**job, ResourceConfig=resources, Environment={"NOTE": """a
b"""})`,
  },
  invalid: {
    "an underscore in a name": {
      code: `\
sm.create_training_job(**{**job, "TrainingJobName": "churn_1"}, ResourceConfig=resources)
#                                                   ^^^^^^^^^ TrainingJobName cannot be "churn_1", it takes letters, digits, and hyphens between them: AWS refuses the request`,
      output: `sm.create_training_job(**{**job, "TrainingJobName": "churn-1"}, ResourceConfig=resources)`,
    },
    "an address without s3://": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": "ml-data/checkpoints"})
#                                                                                  ^^^^^^^^^^^^^^^^^^^^^ CheckpointConfig.S3Uri cannot be "ml-data/checkpoints", it takes an address like s3://BUCKET/PREFIX: AWS refuses the request`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": "s3://ml-data/checkpoints"})`,
    },
    "a role of an account that cannot be": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::1111:role/Training"}, ResourceConfig=resources)
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RoleArn cannot be "arn:aws:iam::1111:role/Training", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME with an ACCOUNT of 12 digits: AWS refuses the request`,
      output: null,
    },
    "a blank before an ARN": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": " arn:aws:iam::111122223333:role/Training"}, ResourceConfig=resources)
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RoleArn cannot be " arn:aws:iam::111122223333:role/Training", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME with an ACCOUNT of 12 digits: AWS refuses the request`,
      output: `sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::111122223333:role/Training"}, ResourceConfig=resources)`,
    },
    "no bucket in an address": {
      code: `\
bucket = ""
sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": f"s3://{bucket}/checkpoints"})
#                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CheckpointConfig.S3Uri cannot be "s3:///checkpoints", it takes an address like s3://BUCKET/PREFIX: AWS refuses the request`,
      output: null,
    },
    "a team to be filled in": {
      code: `\
sm.create_labeling_job(HumanTaskConfig={**human, "WorkteamArn": "<<ADD WORK TEAM ARN HERE>>"}, **labeling)
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ HumanTaskConfig.WorkteamArn is still a placeholder, "<<ADD WORK TEAM ARN HERE>>", it takes an ARN like arn:aws:sagemaker:REGION:ACCOUNT:workteam/NAME: AWS refuses the request`,
      output: null,
    },
    "a topic to be filled in": {
      code: `\
sm.create_endpoint_config(AsyncInferenceConfig={"OutputConfig": {"NotificationConfig": {"ErrorTopic": "YOUR_TOPIC"}}}, **endpoint)
#                                                                                                     ^^^^^^^^^^^^ AsyncInferenceConfig.OutputConfig.NotificationConfig.ErrorTopic is still a placeholder, "YOUR_TOPIC", it takes an ARN like arn:aws:sns:REGION:ACCOUNT:NAME: AWS refuses the request`,
      output: null,
    },
    "a file system to be filled in": {
      code: `\
from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput
est = Estimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.xlarge")
est.fit(FileSystemInput("fs-XXXXXXXXXXXXXXXXX", "FSxLustre", "/fsx/data"))
#                       ^^^^^^^^^^^^^^^^^^^^^^ InputDataConfig[0].DataSource.FileSystemDataSource.FileSystemId is still a placeholder, "fs-XXXXXXXXXXXXXXXXX", it takes the id of a file system, which begins with fs-: AWS refuses the request`,
      output: null,
    },
    "a name, where an ARN would do too": {
      code: `\
sm.start_pipeline_execution(PipelineName="build_all")
#                                        ^^^^^^^^^^^ PipelineName cannot be "build_all", it takes letters, digits, and hyphens between them, or an ARN: AWS refuses the request`,
      output: `sm.start_pipeline_execution(PipelineName="build-all")`,
    },
  },
});
