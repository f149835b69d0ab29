import { securityGroupNotFound } from "../../../core/src/rules/security-group-not-found.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(securityGroupNotFound, {
  environment: environmentOf(accountFacts(twoVpcs, ["sg-gone"])),
  prelude: estimatorPrelude,
  valid: {
    "a group of the account": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
  },
  invalid: {
    "a group that is not there": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-gone"])
#                                                                         ^^^^^^^^^ There is no security group sg-gone in account 111122223333, us-east-1`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    },
  },
});
