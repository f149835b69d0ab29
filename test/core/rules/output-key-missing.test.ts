import { outputKeyMissing } from "../../../core/src/rules/output-key-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(outputKeyMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a key": `est = Estimator(**job, **network, **keys)`,
    "a schedule of a job definition made elsewhere": `\
import boto3
boto3.client("sagemaker").create_monitoring_schedule(
    MonitoringScheduleName="daily",
    MonitoringScheduleConfig={"MonitoringJobDefinitionName": "checks", "MonitoringType": "DataQuality"},
)`,
  },
  invalid: {
    "no key": {
      code: `\
est = Estimator(**job, **network, volume_kms_key="alias/ml-volume")
#     ^^^^^^^^^ The output is encrypted with the key that AWS manages for S3, not with a KMS key of yours`,
      output: `\
est = Estimator(
    **job,
    **network,
    volume_kms_key="alias/ml-volume",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)`,
    },
  },
});
