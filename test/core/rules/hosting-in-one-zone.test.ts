import { hostingInOneZone } from "../../../core/src/rules/hosting-in-one-zone.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(hostingInOneZone, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `\
import boto3
from sagemaker.estimator import Estimator
from sagemaker.model import Model

sm = boto3.client("sagemaker")
role = "arn:aws:iam::111122223333:role/Training"
`,
  valid: {
    "two zones": `Model(image_uri="i", model_data="s3://b/m.tar.gz", role=role, vpc_config={"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]}).deploy(1, "ml.m5.large")`,
    "a subnet that is not known": `Model(image_uri="i", model_data="s3://b/m.tar.gz", role=role, vpc_config={"Subnets": ["subnet-a1", found()], "SecurityGroupIds": ["sg-train"]}).deploy(1, "ml.m5.large")`,
    "a subnet that is not there": `Model(image_uri="i", model_data="s3://b/m.tar.gz", role=role, vpc_config={"Subnets": ["subnet-a1", "subnet-gone"], "SecurityGroupIds": ["sg-train"]}).deploy(1, "ml.m5.large")`,
    "no VPC": `Model(image_uri="i", model_data="s3://b/m.tar.gz", role=role).deploy(1, "ml.m5.large")`,
    training: `Estimator(image_uri="i", role=role, instance_count=1, instance_type="ml.m5.large", subnets=["subnet-a1"], security_group_ids=["sg-train"]).fit()`,
  },
  invalid: {
    "one subnet for an endpoint": {
      code: `\
Model(image_uri="i", model_data="s3://b/m.tar.gz", role=role, vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}).deploy(1, "ml.m5.large")
#                                                                                     ^^^^^^^^^^^ If it is for an endpoint: that needs subnets in two zones at least, and subnet-a1 is in us-east-1a`,
      output: null,
    },
    "an endpoint configuration of its own": {
      code: `\
sm.create_endpoint_config(EndpointConfigName="e", ProductionVariants=[{"VariantName": "a", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}], ExecutionRoleArn=role, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
#                                                                                                                                                                                                    ^^^^^^^^^^^ An endpoint needs subnets in two zones at least, and subnet-a1 is in us-east-1a`,
    },
    "a model, which may be for a transform job": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn=role, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
#                                                                            ^^^^^^^^^^^ If it is for an endpoint: that needs subnets in two zones at least, and subnet-a1 is in us-east-1a`,
    },
  },
});
