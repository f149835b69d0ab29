import { vpcConfigIncomplete } from "../../../core/src/rules/vpc-config-incomplete.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(vpcConfigIncomplete, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "both halves": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    neither: `est = Estimator(**job, **keys)`,
    "half of one of two that a function makes: nothing is said of the other": `\
def make(subnets):
    return Estimator(**job, **keys, subnets=subnets, security_group_ids=["sg-train"])
one = make(["subnet-a1"])
other = make(None)
one.fit()`,
  },
  invalid: {
    "the other half assigned after the constructor has raised": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1"])
#                                      ^^^^^^^^^^^^^ Subnets without security groups: Estimator raises RuntimeError, and no job starts
est.security_group_ids = ["sg-train"]
est.fit()`,
      output: null,
    },
    "subnets only": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1"])
#                                      ^^^^^^^^^^^^^ Subnets without security groups: Estimator raises RuntimeError, and no job starts`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    },
    "an empty list that the SDK makes of the half that is not given": {
      code: `\
from sagemaker.serve import ModelBuilder
from sagemaker.train.configs import Networking
network = Networking(subnets=["subnet-a1"])
#                            ^^^^^^^^^^^^^ Subnets without security groups: ModelBuilder raises ParamValidationError, and no job starts
ModelBuilder(image_uri="x", role_arn="r", network=network).build()`,
    },
    "security groups only": {
      code: `\
est = Estimator(**job, **keys, security_group_ids=["sg-train"])
#                                                 ^^^^^^^^^^^^ Security groups without subnets: Estimator raises RuntimeError, and no job starts`,
    },
  },
});
