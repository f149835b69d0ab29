import { securityGroupsBlockS3 } from "../../../core/src/rules/security-groups-block-s3.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(securityGroupsBlockS3, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "out to everywhere": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "out to S3's prefix list": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-s3"])`,
    "one of the groups is enough": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-mute", "sg-s3"])`,
    "a list that is not read": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-list"])`,
    "a group that is not known": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-mute", os.environ["SG"]])`,
  },
  invalid: {
    "no rule at all": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-mute"])
#                                                                  ^^^^^^^^^ sg-mute lets no HTTPS out to S3 (port 443, pl-s3 or 0.0.0.0/0)`,
    },
    "only inside the company": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-inside", "sg-mute"])
#                                                                  ^^^^^^^^^^^ sg-inside, sg-mute let no HTTPS out to S3 (port 443, pl-s3 or 0.0.0.0/0)`,
    },
  },
});
