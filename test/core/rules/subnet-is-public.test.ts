import { subnetIsPublic } from "../../../core/src/rules/subnet-is-public.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(subnetIsPublic, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    private: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "told by the way to S3": `est = Estimator(**job, subnets=["subnet-public"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "subnet is public": {
      code: `\
est = Estimator(**job, subnets=["subnet-public-endpoint"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^^^^^^ subnet-public-endpoint is a public subnet: the job reaches S3 from it, but nothing else outside the VPC`,
    },
  },
});
