import { instanceTypeNotInZone } from "../../../core/src/rules/instance-type-not-in-zone.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(instanceTypeNotInZone, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    offered: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "instance type not in zone": {
      code: `\
est = Estimator(**{**job, "instance_type": "ml.p4d.24xlarge"}, subnets=["subnet-zone-4"], security_group_ids=["sg-ok"])
#                                                                       ^^^^^^^^^^^^^^^ EC2 offers no p4d.24xlarge in us-east-1e (use1-az4), where subnet-zone-4 is, nor in the zone of any other subnet given`,
    },
  },
});
