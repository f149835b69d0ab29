import { tooFewAddresses } from "../../../core/src/rules/too-few-addresses.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(tooFewAddresses, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    enough: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "just enough": `est = Estimator(**job, subnets=["subnet-tight"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "one of two: a lottery": {
      code: `\
est = Estimator(**{**job, "instance_count": 2}, subnets=["subnet-tight", "subnet-nat"], security_group_ids=["sg-ok"])
#                                                        ^^^^^^^^^^^^^^ subnet-tight has 3 free addresses, and 2 instances take at least 4. Whether a job fails is chance: SageMaker takes any of the 2 subnets`,
    },
    "too few addresses": {
      code: `\
est = Estimator(**{**job, "instance_count": 2}, subnets=["subnet-tight"], security_group_ids=["sg-ok"])
#                                                        ^^^^^^^^^^^^^^ subnet-tight has 3 free addresses, and 2 instances take at least 4`,
    },
  },
});
