import { securityGroupInOtherVpc } from "../../../core/src/rules/security-group-in-other-vpc.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(securityGroupInOtherVpc, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a group of the subnets' VPC": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "networks that differ by branch": `nets, groups = ["subnet-a1"], ["sg-train"]
if other():
    nets, groups = ["subnet-b"], ["sg-b"]
est = Estimator(**job, **keys, subnets=nets, security_group_ids=groups)`,
    "a network on one branch": `network = {}
if private():
    network = {"subnets": ["subnet-a1"], "security_group_ids": ["sg-train"]}
est = Estimator(**job, **keys, **network)`,
    "a group known only at run time": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=groups())`,
  },
  invalid: {
    "a group of another VPC on the branch that has a network": {
      code: `\
network = {}
if private():
    network = {"subnets": ["subnet-a1"], "security_group_ids": ["sg-b"]}
#                                                               ^^^^^^ sg-b is in vpc-b, but the subnets are in vpc-a (on one branch)
est = Estimator(**job, **keys, **network)`,
    },
    "a group of another VPC": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-b"])
#                                                                         ^^^^^^ sg-b is in vpc-b, but the subnets are in vpc-a`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    },
  },
});
