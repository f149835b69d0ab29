import { subnetsInDifferentVpcs } from "../../../core/src/rules/subnets-in-different-vpcs.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(subnetsInDifferentVpcs, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "one VPC": `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
  },
  invalid: {
    "two VPCs": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2", "subnet-b"], security_group_ids=["sg-train"])
#                                                                 ^^^^^^^^^^ subnet-b is in vpc-b, but subnet-a1, subnet-a2 are in vpc-a`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
    "more subnets in a VPC in which no group is": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2", "subnet-b"], security_group_ids=["sg-b"])
#                                                                 ^^^^^^^^^^ subnet-b is in vpc-b, but subnet-a1, subnet-a2 are in vpc-a`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-b"], security_group_ids=["sg-b"])`,
    },
  },
});
