import { instanceTypeNotInRegion } from "../../../core/src/rules/instance-type-not-in-region.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(instanceTypeNotInRegion, {
  environment: environmentOf(accountFacts({ ...twoVpcs, InstanceTypeOfferings: { "p3.2xlarge": [] } })),
  prelude: estimatorPrelude,
  valid: {
    offered: `Estimator(**job)`,
    "a type known only at run time": `Estimator(**{**job, "instance_type": chosen()})`,
    "a type that nobody was asked about": `Estimator(**{**job, "instance_type": "ml.m4.xlarge"})`,
    "local mode": `Estimator(**{**job, "instance_type": "local"})`,
  },
  invalid: {
    "offered nowhere in the region": {
      code: `\
Estimator(**{**job, "instance_type": "ml.p3.2xlarge"})
#                                    ^^^^^^^^^^^^^^^ EC2 offers no p3.2xlarge in us-east-1, so that SageMaker probably has no ml.p3.2xlarge there either`,
      output: null,
    },
  },
});
