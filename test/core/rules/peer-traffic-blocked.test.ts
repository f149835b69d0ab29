import { peerTrafficBlocked } from "../../../core/src/rules/peer-traffic-blocked.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(peerTrafficBlocked, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: `\
from sagemaker.estimator import Estimator
job = dict(image_uri="image", role="arn:aws:iam::111122223333:role/Training", subnets=["subnet-nat"])
two = dict(job, instance_type="ml.m5.large", instance_count=2)
`,
  valid: {
    "one instance": `est = Estimator(**job, instance_type="ml.m5.large", instance_count=1, security_group_ids=["sg-alone"])`,
    "a group that refers to itself": `est = Estimator(**two, security_group_ids=["sg-ok"])`,
    "one of two groups does": `est = Estimator(**two, security_group_ids=["sg-alone", "sg-ok"])`,
    "TCP alone is enough without encryption": `est = Estimator(**two, security_group_ids=["sg-tcp"])`,
    "all protocols, encrypted": `est = Estimator(**two, encrypt_inter_container_traffic=True, security_group_ids=["sg-ok"])`,
    "EFA, all to itself in and out": `est = Estimator(**job, instance_type="ml.p5.48xlarge", instance_count=2, security_group_ids=["sg-efa"])`,
    "out by a list that is not read": `est = Estimator(**two, security_group_ids=["sg-in-and-list"])`,
    "a count that is not known": `est = Estimator(**job, instance_type="ml.m5.large", instance_count=count(), security_group_ids=["sg-alone"])`,
  },
  invalid: {
    "no member is let in": {
      code: `\
est = Estimator(**two, security_group_ids=["sg-alone"])
#                                          ^^^^^^^^^^ sg-alone lets no traffic of its own members in, which a distributed job needs among its 2 instances`,
    },
    "nothing is let out": {
      code: `\
est = Estimator(**two, security_group_ids=["sg-shut"])
#                                          ^^^^^^^^^ sg-shut lets no traffic out to its own members, which a distributed job needs among its 2 instances`,
    },
    "encrypted, but only TCP": {
      code: `\
est = Estimator(**two, encrypt_inter_container_traffic=True, security_group_ids=["sg-tcp"])
#                                                                                ^^^^^^^^ sg-tcp does not let UDP port 500 and protocol 50 (ESP) of its own members in and out, which encrypted traffic needs among its 2 instances`,
    },
    "EFA, out by address": {
      code: `\
est = Estimator(**job, instance_type="ml.p5.48xlarge", instance_count=2, security_group_ids=["sg-ok"])
#                                                                                            ^^^^^^^ sg-ok does not let all traffic of its own members in and out, which EFA (ml.p5.48xlarge) needs among its 2 instances`,
    },
  },
});
