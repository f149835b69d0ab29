import { vpcConfigMissing } from "../../../core/src/rules/vpc-config-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(vpcConfigMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a VPC": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "a VPC known only when the notebook runs": `est = Estimator(**job, **keys, subnets=read_subnets(), security_group_ids=read_groups())`,
    "local mode": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type="local")`,
  },
  invalid: {
    "an estimator without a VPC": {
      code: `\
est = Estimator(**job, **keys)
#     ^^^^^^^^^ This training job is not in a VPC: it has no subnets and no security groups`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
  },
});
