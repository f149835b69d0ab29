import { vpcDnsOff } from "../../../core/src/rules/vpc-dns-off.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(vpcDnsOff, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "names are resolved": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "by servers of the company's": `est = Estimator(**job, subnets=["subnet-own-names"], security_group_ids=["sg-own-names"])`,
    "no VPC": `est = Estimator(**job)`,
  },
  invalid: {
    "no names at all": {
      code: `\
est = Estimator(**job, subnets=["subnet-nameless"], security_group_ids=["sg-nameless"])
#                               ^^^^^^^^^^^^^^^^^ vpc-nameless resolves no names (enableDnsSupport is off): the job does not find S3`,
      output: null,
    },
    "no private names, with an interface endpoint": {
      code: `\
est = Estimator(**job, subnets=["subnet-hostless"], security_group_ids=["sg-hostless"])
#                               ^^^^^^^^^^^^^^^^^ vpce-hostless serves S3 by private names, which vpc-hostless does not resolve (enableDnsHostnames is off)`,
    },
  },
});
