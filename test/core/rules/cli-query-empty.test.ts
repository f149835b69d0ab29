import { cliQueryEmpty } from "../../../core/src/rules/cli-query-empty.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const describe = "!aws sagemaker describe-training-job --training-job-name churn";

testRule(cliQueryEmpty, {
  environment: environmentOf(accountFacts(twoVpcs)),
  valid: {
    "a member of the answer": `${describe} --query 'VpcConfig'`,
    "a member's member": `${describe} --query VpcConfig.Subnets[0]`,
    "a function": `${describe} --query 'length(VpcConfig.Subnets)'`,
    "a list of members": `${describe} --query '[VpcConfig, RoleArn]'`,
    "a query known only at run time": `${describe} --query "$QUERY"`,
    "another command": "!aws sagemaker list-training-jobs --query 'TrainingJob.VpcConfig'",
    "no query": describe,
  },
  invalid: {
    "the answer's name before the member": {
      code: `\
${describe} --query 'TrainingJob.VpcConfig'
#                                                                       ^^^^^^^^^^^^^^^^^^^^^ describe-training-job answers without TrainingJob: this prints null; it is VpcConfig`,
      output: `${describe} --query 'VpcConfig'`,
    },
    "a slip": {
      code: `\
${describe} --query VpcConfg.Subnets
#                                                                      ^^^^^^^^^^^^^^^^ describe-training-job answers without VpcConfg: this prints null; it is VpcConfig.Subnets`,
      output: `${describe} --query VpcConfig.Subnets`,
    },
    "the answer's name before a structure": {
      code: `\
%%bash
aws sagemaker describe-training-job --training-job-name churn --query 'TrainingJob.{vpc: VpcConfig}'
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ describe-training-job answers without TrainingJob: this prints null; it is {vpc: VpcConfig}`,
      output: `%%bash
aws sagemaker describe-training-job --training-job-name churn --query '{vpc: VpcConfig}'`,
    },
    "the answer's name alone": {
      code: `\
${describe} --query TrainingJob
#                                                                      ^^^^^^^^^^^ describe-training-job answers without TrainingJob: this prints null`,
      output: null,
    },
    "nothing alike": {
      code: `\
${describe} --query Network
#                                                                      ^^^^^^^ describe-training-job answers without Network: this prints null`,
      output: null,
    },
  },
});
