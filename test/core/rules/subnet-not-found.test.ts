import { subnetNotFound } from "../../../core/src/rules/subnet-not-found.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(subnetNotFound, {
  environment: environmentOf(accountFacts(twoVpcs, ["subnet-gone"])),
  prelude: estimatorPrelude,
  valid: {
    "a subnet of the account": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "local mode": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type="local", subnets=["subnet-gone"], security_group_ids=["sg-train"])`,
  },
  invalid: {
    "a subnet that is not there": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-gone"], security_group_ids=["sg-train"])
#                                                    ^^^^^^^^^^^^^ There is no subnet subnet-gone in account 111122223333, us-east-1`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
  },
});
