import { roleNotAssumable } from "../../../core/src/rules/role-not-assumable.js";
import { environmentOf } from "../../support/account-facts.js";
import { policyOf, roleFacts, trustOf } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const sagemaker = "sagemaker.amazonaws.com";
const facts = roleFacts(twoVpcs, {
  Roles: {
    Training: {},
    Guarded: {
      trust: trustOf(sagemaker, { Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }),
    },
    Tagged: { trust: trustOf(sagemaker, { Condition: { StringEquals: { "sts:ExternalId": "x" } } }) },
    Elsewhere: {
      trust: trustOf(sagemaker, { Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } }),
    },
    Lambda: { trust: trustOf("lambda.amazonaws.com") },
    People: {
      trust: policyOf({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "sts:AssumeRole",
      }),
    },
    Forbidden: {
      trust: policyOf(
        { Effect: "Allow", Principal: { Service: [sagemaker, "lambda.amazonaws.com"] }, Action: "sts:*" },
        { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" },
      ),
    },
    Gone: null,
  },
});

testRule(roleNotAssumable, {
  environment: environmentOf(facts),
  prelude: `\
from sagemaker.estimator import Estimator

def job(name):
    return Estimator(role=f"arn:aws:iam::111122223333:role/{name}", image_uri="image", instance_count=1, instance_type="ml.m5.large")
`,
  valid: {
    "SageMaker is trusted": `job("Training")`,
    "for jobs of this account": `job("Guarded")`,
    "on a condition that is not known": `job("Tagged")`,
    "a role that is not there": `job("Gone")`,
  },
  invalid: {},
});

testRule(roleNotAssumable, {
  environment: environmentOf(facts),
  prelude: `import boto3\nsm = boto3.client("sagemaker")\n`,
  valid: {},
  invalid: {
    "another service is": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/Lambda")
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SageMaker cannot take on role Lambda: its trust policy names lambda.amazonaws.com`,
      output: null,
    },
    "people are": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/People")
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SageMaker cannot take on role People: its trust policy names no service`,
    },
    "for jobs of another account": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/Elsewhere")
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SageMaker cannot take on role Elsewhere: the conditions of its trust policy do not hold`,
    },
    "it is denied": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/Forbidden")
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SageMaker cannot take on role Forbidden: a statement of its trust policy denies it`,
    },
  },
});
