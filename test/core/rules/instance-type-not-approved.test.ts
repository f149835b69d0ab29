import { instanceTypeNotApproved } from "../../../core/src/rules/instance-type-not-approved.js";
import { environmentOf } from "../../support/account-facts.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(instanceTypeNotApproved, {
  environment: { ...environment, policy: { instances: { types: ["ml.m5.*", "ml.g5.xlarge"] } } },
  prelude: `from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_count=1)
`,
  valid: {
    "a family": `Estimator(**est, instance_type="ml.m5.24xlarge")`,
    "a type": `Estimator(**est, instance_type="ml.g5.xlarge")`,
    "known only at run time": `Estimator(**est, instance_type=pick())`,
  },
  invalid: {
    another: {
      code: `\
Estimator(**est, instance_type="ml.m5d.large")
#                              ^^^^^^^^^^^^^^ ml.m5d.large is none of the instance types that the team's policy approves: ml.m5.*, ml.g5.xlarge`,
      output: null,
    },
    "on one branch": {
      code: `\
kind = "ml.m5.large" if small() else "ml.p3.2xlarge"
Estimator(**est, instance_type=kind)
#                              ^^^^ ml.p3.2xlarge is none of the instance types that the team's policy approves: ml.m5.*, ml.g5.xlarge (on one branch)`,
    },
  },
});
