import { networkAclBlocksS3 } from "../../../core/src/rules/network-acl-blocks-s3.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(networkAclBlocksS3, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    open: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "some of S3's addresses: nobody knows which the job meets": `est = Estimator(**job, subnets=["subnet-acl-some"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "nothing out": {
      code: `\
est = Estimator(**job, subnets=["subnet-acl-out"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^ acl-out, the network ACL of subnet-acl-out, stops HTTPS to S3`,
    },
    "one of two: a lottery": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat", "subnet-acl-out"], security_group_ids=["sg-ok"])
#                                             ^^^^^^^^^^^^^^^^ acl-out, the network ACL of subnet-acl-out, stops HTTPS to S3. Whether a job fails is chance: SageMaker takes any of the 2 subnets`,
    },
    "no answers in": {
      code: `\
est = Estimator(**job, subnets=["subnet-acl-in"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^ acl-in, the network ACL of subnet-acl-in, stops the answers of S3 (TCP, ports 32768–60999)`,
    },
  },
});
