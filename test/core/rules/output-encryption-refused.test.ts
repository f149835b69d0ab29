import { outputEncryptionRefused } from "../../../core/src/rules/output-encryption-refused.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { closedBuckets } from "../../support/closed-buckets.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const key = "11111111-aaaa-4bbb-8ccc-000000000001";
const arn = `arn:aws:kms:us-east-1:111122223333:key/${key}`;

testRule(outputEncryptionRefused, {
  environment: environmentOf(resourceFacts(twoVpcs, closedBuckets)),
  prelude: `${boto3Prelude}
from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_count=1, instance_type="ml.m5.large")
`,
  valid: {
    "the key that it asks for, by its ARN": `Estimator(**est, output_path="s3://ml-key/out", output_kms_key="${arn}")`,
    "a bucket that asks for nothing": `Estimator(**est, output_path="s3://ml-data/out")`,
    "a key known only at run time": `Estimator(**est, output_path="s3://ml-key/out", output_kms_key=key())`,
    "the key that it asks for, by its alias: in which form S3 sees it is not documented": `Estimator(**est, output_path="s3://ml-key/out", output_kms_key="alias/ml-volume")`,
  },
  invalid: {
    "no key": {
      code: `\
est1 = Estimator(**est, output_path="s3://ml-key/out")
#                                   ^^^^^^^^^^^^^^^^^ The policy of ml-key refuses output without a key: it denies s3:PutObject if StringNotEquals s3:x-amz-server-side-encryption-aws-kms-key-id ${arn} (statement OurKey)`,
      output: `\
est1 = Estimator(
    **est,
    output_path="s3://ml-key/out",
    output_kms_key="${arn}",
)`,
    },
    "another key": {
      code: `\
est1 = Estimator(**est, output_path="s3://ml-other-key/out", output_kms_key="${arn}")
#                                                                           ^${"^".repeat(arn.length)}^ The policy of ml-other-key refuses output with this key: it denies s3:PutObject if StringNotEquals s3:x-amz-server-side-encryption-aws-kms-key-id ${arn.slice(0, -1)}9 (statement OurKey)`,
    },
    "AES256, which SageMaker does not use": {
      code: `\
sm.create_training_job(**{**job, "OutputDataConfig": {"S3OutputPath": "s3://ml-aes/out"}})
#                                                                     ^^^^^^^^^^^^^^^^^ The policy of ml-aes refuses output without a key: it denies s3:PutObject if StringNotEquals s3:x-amz-server-side-encryption AES256 (statement Aes)`,
      output: null,
    },
  },
});
