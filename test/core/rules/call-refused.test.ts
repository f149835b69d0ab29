import { callRefused } from "../../../core/src/rules/call-refused.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(callRefused, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: boto3Prelude,
  valid: {
    "a call as it should be": `sm.create_training_job(**job, ResourceConfig=resources)`,
    "what the rules of the parameters tell": `sm.create_training_job(TrainingJobName=1)`,
    "an option that another rule tells": `!aws sagemaker update-training-job --training-job-name churn-1 --vpc-config ""`,
    "half a VPC, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"]})`,
  },
  invalid: {
    "positional arguments": {
      code: `\
sm.create_model("churn", "arn:aws:iam::111122223333:role/Models")
#  ^^^^^^^^^^^^ create_model raises TypeError: create_model() only accepts keyword arguments.`,
      output: null,
    },
  },
});
