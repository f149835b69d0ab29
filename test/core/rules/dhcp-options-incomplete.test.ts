import { dhcpOptionsIncomplete } from "../../../core/src/rules/dhcp-options-incomplete.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(dhcpOptionsIncomplete, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "the default options": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "dhcp options incomplete": {
      code: `\
est = Estimator(**job, subnets=["subnet-dhcp"], security_group_ids=["sg-dhcp"])
#                               ^^^^^^^^^^^^^ vpc-dhcp has DHCP options (dopt-1) without domain-name, which SageMaker needs`,
    },
  },
});
