import { volumeKeyMissing } from "../../../core/src/rules/volume-key-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(volumeKeyMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a key": `est = Estimator(**job, **network, **keys)`,
    "instances with local storage, which refuse one": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type="ml.g5.xlarge")`,
    "an instance type known only at run time": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type=pick())`,
  },
  invalid: {
    "no key": {
      code: `\
est = Estimator(**job, **network, output_kms_key="alias/ml-volume")
#     ^^^^^^^^^ The storage volume is encrypted with a transient key of SageMaker's, not with a KMS key of yours`,
      output: `\
est = Estimator(
    **job,
    **network,
    output_kms_key="alias/ml-volume",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)`,
    },
  },
});
