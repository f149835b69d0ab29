import { modelNotFound } from "../../../core/src/rules/model-not-found.js";
import { modelOutsideVpc } from "../../../core/src/rules/model-outside-vpc.js";
import { environmentOf } from "../../support/account-facts.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));
const prelude = `\
import boto3
from sagemaker.transformer import Transformer

sm = boto3.client("sagemaker")
transform = dict(TransformJobName="t", TransformInput={}, TransformOutput={"S3OutputPath": "s3://ml-data/out"}, TransformResources={"InstanceType": "ml.m5.large", "InstanceCount": 1})
`;

testRule(modelNotFound, {
  environment,
  prelude,
  valid: {
    "a model that is there": `Transformer("churn", 1, "ml.m5.large").transform("s3://ml-data/in")`,
    "a name known only at run time": `Transformer(newest(), 1, "ml.m5.large").transform("s3://ml-data/in")`,
    "a model that the notebook makes": `sm.create_model(ModelName="gone", ExecutionRoleArn="arn:aws:iam::111122223333:role/M")
sm.create_transform_job(ModelName="gone", **transform)`,
    "perhaps the model that the notebook makes": `sm.create_model(ModelName=name(), ExecutionRoleArn="arn:aws:iam::111122223333:role/M")
sm.create_transform_job(ModelName="gone", **transform)`,
    "variants of which one is known": `sm.create_endpoint_config(EndpointConfigName="e", ProductionVariants=[{"VariantName": "a", "ModelName": "churn", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])`,
  },
  invalid: {
    "no such model": {
      code: `\
Transformer("gone", 1, "ml.m5.large").transform("s3://ml-data/in")
#           ^^^^^^ There is no model gone in account 111122223333, us-east-1, unless something else makes it first`,
      output: null,
    },
    "no such model, and another that the notebook makes": {
      code: `\
sm.create_model(ModelName="other", ExecutionRoleArn="arn:aws:iam::111122223333:role/M")
sm.create_transform_job(ModelName="gone", **transform)
#                                 ^^^^^^ There is no model gone in account 111122223333, us-east-1, unless something else makes it first`,
    },
    "a variant of an endpoint": {
      code: `\
sm.create_endpoint_config(EndpointConfigName="e", ProductionVariants=[{"VariantName": "a", "ModelName": "gone", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
#                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no model gone in account 111122223333, us-east-1, unless something else makes it first`,
    },
  },
});

testRule(modelOutsideVpc, {
  environment,
  prelude,
  valid: {
    "a model in a VPC": `Transformer("churn", 1, "ml.m5.large").transform("s3://ml-data/in")`,
    "no such model": `Transformer("gone", 1, "ml.m5.large").transform("s3://ml-data/in")`,
    "an endpoint with a network of its own": `sm.create_endpoint_config(EndpointConfigName="e", VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}, ProductionVariants=[{"VariantName": "a", "ModelName": "open", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])`,
  },
  invalid: {
    "a model without": {
      code: `\
Transformer("open", 1, "ml.m5.large").transform("s3://ml-data/in")
#           ^^^^^^ This transform job runs outside of a VPC, since its model open has no VpcConfig`,
      output: null,
    },
  },
});
