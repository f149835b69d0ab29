import { idOfOtherKind } from "../../../core/src/rules/id-of-other-kind.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(idOfOtherKind, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${estimatorPrelude}\n${boto3Prelude.replace("job =", "request =")}`,
  valid: {
    "ids where they belong": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "ids of another form": `est = Estimator(**job, **keys, subnets=["a1"], security_group_ids=["train"])`,
  },
  invalid: {
    "both lists swapped": {
      code: `\
est = Estimator(**job, **keys, subnets=["sg-train"], security_group_ids=["subnet-a1"])
#                                       ^^^^^^^^^^ sg-train is the id of a security group: the id of a subnet belongs here
#                                                                        ^^^^^^^^^^^ subnet-a1 is the id of a subnet: the id of a security group belongs here`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    },
    "the VPC among its subnets": {
      code: `\
est = Estimator(**job, **keys, subnets=["subnet-a1", "vpc-a"], security_group_ids=["sg-train"])
#                                                    ^^^^^^^ vpc-a is the id of a VPC: the id of a subnet belongs here`,
      output: null,
    },
  },
});
