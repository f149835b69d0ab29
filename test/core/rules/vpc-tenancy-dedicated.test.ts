import { vpcTenancyDedicated } from "../../../core/src/rules/vpc-tenancy-dedicated.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(vpcTenancyDedicated, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    default: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "vpc tenancy dedicated": {
      code: `\
est = Estimator(**job, subnets=["subnet-dedicated"], security_group_ids=["sg-dedicated"])
#                               ^^^^^^^^^^^^^^^^^^ subnet-dedicated is in vpc-dedicated, whose tenancy is dedicated; SageMaker needs one with default tenancy`,
    },
  },
});
