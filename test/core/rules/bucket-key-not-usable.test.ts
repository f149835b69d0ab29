import { bucketKeyNotUsable } from "../../../core/src/rules/bucket-key-not-usable.js";
import { environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(bucketKeyNotUsable, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: estimatorPrelude,
  valid: {
    "a key of AWS's": `est = Estimator(**job, output_path="s3://ml-data/out")`,
    "a key that is in order": `est = Estimator(**job, output_path="s3://ml-good-key/out")`,
    "a key of another account, which was not read": `est = Estimator(**job, output_path="s3://ml-other-account/out")`,
    "a key of the job's own": `est = Estimator(**job, output_path="s3://ml-disabled-key/out", output_kms_key="alias/ml-volume")`,
    "perhaps a key of the job's own": `est = Estimator(**job, output_path="s3://ml-disabled-key/out", output_kms_key=key())`,
    "a bucket known only at run time": `est = Estimator(**job, output_path=f"s3://{bucket()}/out")`,
  },
  invalid: {
    "a disabled key": {
      code: `\
est = Estimator(**job, output_path="s3://ml-disabled-key/out")
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ ml-disabled-key encrypts with the KMS key arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000003, which is disabled: S3 refuses what is written without another key`,
      output: `\
est = Estimator(
    **job,
    output_path="s3://ml-disabled-key/out",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)`,
    },
  },
});
