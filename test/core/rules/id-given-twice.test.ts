import { idGivenTwice } from "../../../core/src/rules/id-given-twice.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(idGivenTwice, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "each once": `est = Estimator(**job, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    "on two branches": `\
nets = ["subnet-a1"] if small() else ["subnet-a1", "subnet-a2"]
est = Estimator(**job, subnets=nets, security_group_ids=["sg-train"])`,
    "in two jobs": `\
one = Estimator(**job, subnets=["subnet-a1"], security_group_ids=["sg-train"])
two = Estimator(**job, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
  },
  invalid: {
    "a subnet": {
      code: `\
est = Estimator(**job, subnets=["subnet-a1", "subnet-a2", "subnet-a1"], security_group_ids=["sg-train"])
#                                                         ^^^^^^^^^^^ subnet-a1 is given twice`,
      output: `est = Estimator(**job, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
    "a group": {
      code: `\
est = Estimator(**job, subnets=["subnet-a1"], security_group_ids=["sg-train", "sg-train"])
#                                                                             ^^^^^^^^^^ sg-train is given twice`,
    },
  },
});
