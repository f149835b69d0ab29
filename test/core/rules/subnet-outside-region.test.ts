import { subnetOutsideRegion } from "../../../core/src/rules/subnet-outside-region.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(subnetOutsideRegion, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a zone of the region": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "a subnet known only at run time": `est = Estimator(**job, subnets=[pick()], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "an Outpost": {
      code: `\
est = Estimator(**job, subnets=["subnet-outpost"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^ subnet-outpost is on an Outpost (arn:aws:outposts:us-east-1:111122223333:outpost/op-1), where SageMaker probably makes no interfaces`,
      output: null,
    },
    "a Local Zone": {
      code: `\
est = Estimator(**job, subnets=["subnet-local-zone"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^ subnet-local-zone is in us-east-1-bos-1a, a Local or Wavelength Zone, where SageMaker probably makes no interfaces`,
    },
    "IPv6 only": {
      code: `\
est = Estimator(**job, subnets=["subnet-ipv6"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^ subnet-ipv6 has IPv6 addresses only, where SageMaker probably makes no interfaces`,
    },
  },
});
