import { approvedTypesWithoutQuota } from "../../../core/src/rules/approved-types-without-quota.js";
import { environmentOf } from "../../support/account-facts.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const quotas = {
  Quotas: {
    "ml.p4d.24xlarge for training job usage": 0,
    "ml.m5.large for training job usage": 4,
    "ml.p4d.24xlarge for processing job usage": 1,
    "ml.g5.xlarge for processing job usage": 0,
  },
  DefaultQuotas: { "ml.g5.xlarge for training job usage": 0 },
};
const approving = (...types: readonly string[]) => ({
  ...environmentOf(resourceFacts(twoVpcs, quotas)),
  policy: { instances: { types } },
});
const prelude = `from sagemaker.estimator import Estimator
from sagemaker.processing import Processor
job = dict(role="arn:aws:iam::111122223333:role/Training", image_uri="image", instance_count=1)
`;

testRule(approvedTypesWithoutQuota, {
  environment: approving("ml.p4d.24xlarge", "ml.g5.xlarge"),
  prelude,
  valid: {
    "a use in which one of them has a quota": `Processor(**job, instance_type="ml.p4d.24xlarge").run()`,
    "spot or not, which is known only at run time": `Estimator(**job, instance_type="ml.p4d.24xlarge", use_spot_instances=cheap(), max_wait=86400).fit()`,
    "spot, of which nobody was asked": `Estimator(**job, instance_type="ml.p4d.24xlarge", use_spot_instances=True, max_wait=86400).fit()`,
  },
  invalid: {
    "an approved type": {
      code: `\
Estimator(**job, instance_type="ml.p4d.24xlarge").fit()
#                              ^^^^^^^^^^^^^^^^^ No instance type satisfies both the team's policy, which approves ml.p4d.24xlarge, ml.g5.xlarge, and the account's quotas, which are 0 for training job usage of each: have one of these quotas raised, or another type approved`,
      output: null,
    },
  },
});

testRule(approvedTypesWithoutQuota, {
  environment: approving("ml.p4d.24xlarge", "ml.m5.large"),
  prelude,
  valid: { "one of them has a quota": `Estimator(**job, instance_type="ml.p4d.24xlarge").fit()` },
  invalid: {},
});

testRule(approvedTypesWithoutQuota, {
  environment: approving("ml.p4d.*"),
  prelude,
  valid: { "a list of patterns": `Estimator(**job, instance_type="ml.p4d.24xlarge").fit()` },
  invalid: {},
});
