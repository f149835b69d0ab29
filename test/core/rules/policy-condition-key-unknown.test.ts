import { policyConditionKeyUnknown } from "../../../core/src/rules/policy-condition-key-unknown.js";
import { environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny, guardrails } from "../../support/guardrails.js";
import { policyOf, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(policyConditionKeyUnknown, {
  environment: environmentOf(roleFacts(twoVpcs, guardrails)),
  prelude: estimatorPrelude,
  valid: {
    "a job that the statement is not about": `from sagemaker.model import Model\nModel("i", role=job["role"]).create()`,
  },
  invalid: {
    "a wrong name, told at the first job": {
      code: `\
est = Estimator(**job, **keys, **network).fit()
#     ^^^^^^^^^ Statement InVpc of policy ml-guardrails tests sagemaker:VpcSecurityGroup, which SageMaker does not have: sagemaker:VpcSecurityGroupIds is probably meant
Estimator(**job, **keys, **network).fit()`,
      output: null,
    },
  },
});

testRule(policyConditionKeyUnknown, {
  environment: environmentOf(
    roleFacts(twoVpcs, {
      Caller: {
        inline: {
          rules: policyOf(
            allowAll,
            deny("Fine", { Null: { "sagemaker:vpcsubnets": "true", "aws:RequestTag/x": "false" } }),
            deny("New", { Null: { "sagemaker:QuantumBackend": "false" } }),
            deny("Old", {
              ArnEquals: { "sagemaker:OutputKmsKey": "arn:aws:kms:us-east-1:111122223333:key/1" },
            }),
          ),
        },
      },
    }),
  ),
  prelude: estimatorPrelude,
  valid: {},
  invalid: {
    "an old name; keys in another case and keys of which nothing is known are let be": {
      code: `\
est = Estimator(**job, **keys, **network).fit()
#     ^^^^^^^^^ Statement Old of policy rules tests sagemaker:OutputKmsKey, which AWS has replaced by sagemaker:OutputKmsKeyArn`,
    },
  },
});
