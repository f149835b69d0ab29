import { roleNotFound } from "../../../core/src/rules/role-not-found.js";
import { environmentOf } from "../../support/account-facts.js";
import { roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const prelude = `\
from sagemaker.estimator import Estimator

job = dict(image_uri="image", instance_count=1, instance_type="ml.m5.large")
`;

testRule(roleNotFound, {
  environment: environmentOf(
    roleFacts(twoVpcs, { Roles: { Training: {}, Studio: { path: "/service-role/" }, Gone: null } }),
  ),
  prelude,
  valid: {
    "a role that is there": `est = Estimator(**job, role="arn:aws:iam::111122223333:role/Training")`,
    "with its path": `est = Estimator(**job, role="arn:aws:iam::111122223333:role/service-role/Studio")`,
    "a role of another account": `est = Estimator(**job, role="arn:aws:iam::444455556666:role/Gone")`,
    "one that the SDK looks up": `est = Estimator(**job, role="Studio")`,
    "one known only when the notebook runs": `est = Estimator(**job, role=get_role())`,
  },
  invalid: {
    "a role that is not there": {
      code: `\
est = Estimator(**job, role="arn:aws:iam::111122223333:role/Gone")
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no role Gone in account 111122223333`,
      output: null,
    },
    "one that the SDK looks up in vain": {
      code: `\
est = Estimator(**job, role="Gone")
#                           ^^^^^^ There is no role Gone in account 111122223333`,
      output: null,
    },
    "a role without its path": {
      code: `\
est = Estimator(**job, role="arn:aws:iam::111122223333:role/Studio")
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no role arn:aws:iam::111122223333:role/Studio: Studio has the path /service-role/`,
      output: `est = Estimator(**job, role="arn:aws:iam::111122223333:role/service-role/Studio")`,
    },
  },
});
