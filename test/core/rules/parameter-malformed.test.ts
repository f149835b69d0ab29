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
    "lines in a text that may have them": `sm.create_training_job(**job, ResourceConfig=resources, Environment={"NOTE": """a
b"""})`,
  },
  invalid: {
    "an underscore in a name": {
      code: `\
sm.create_training_job(**{**job, "TrainingJobName": "churn_1"}, ResourceConfig=resources)
#                                                   ^^^^^^^^^ TrainingJobName cannot be "churn_1", it takes letters, digits and single hyphens between them: AWS refuses the request`,
      output: `sm.create_training_job(**{**job, "TrainingJobName": "churn-1"}, ResourceConfig=resources)`,
    },
    "an address without s3://": {
      code: `\
sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": "ml-data/checkpoints"})
#                                                                                  ^^^^^^^^^^^^^^^^^^^^^ CheckpointConfig.S3Uri cannot be "ml-data/checkpoints", it takes an address that begins with s3://: AWS refuses the request`,
      output: `sm.create_training_job(**job, ResourceConfig=resources, CheckpointConfig={"S3Uri": "s3://ml-data/checkpoints"})`,
    },
    "a role of an account that cannot be": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::1111:role/Training"}, ResourceConfig=resources)
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RoleArn cannot be "arn:aws:iam::1111:role/Training", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME: AWS refuses the request`,
      output: null,
    },
    "a blank before an ARN": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": " arn:aws:iam::111122223333:role/Training"}, ResourceConfig=resources)
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RoleArn cannot be " arn:aws:iam::111122223333:role/Training", it takes a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME: AWS refuses the request`,
      output: `sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::111122223333:role/Training"}, ResourceConfig=resources)`,
    },
  },
});
