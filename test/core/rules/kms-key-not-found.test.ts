import { kmsKeyNotFound } from "../../../core/src/rules/kms-key-not-found.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(kmsKeyNotFound, {
  environment: environmentOf(accountFacts(twoVpcs, ["11111111-aaaa-4bbb-8ccc-000000000009"])),
  prelude: estimatorPrelude,
  valid: {
    "a key of the account": `est = Estimator(**job, **network, **keys)`,
    "a key that AWS manages": `est = Estimator(**job, **network, output_kms_key="alias/aws/s3")`,
  },
  invalid: {
    "a key that is not there": {
      code: `\
est = Estimator(**job, **network, volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000009")
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no KMS key 11111111-aaaa-4bbb-8ccc-000000000009 in account 111122223333, us-east-1`,
      output: `est = Estimator(**job, **network, volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")`,
    },
  },
});
