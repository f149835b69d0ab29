import { volumeKeyIsAlias } from "../../../core/src/rules/volume-key-is-alias.js";
import { accountFacts, environmentOf, keyArn } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const key = "11111111-aaaa-4bbb-8ccc-000000000001";

testRule(volumeKeyIsAlias, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "the key's id": `est = Estimator(**job, volume_kms_key="${key}")`,
    "the key's ARN": `est = Estimator(**job, volume_kms_key="${keyArn(key)}")`,
    "an alias as output key": `est = Estimator(**job, output_kms_key="alias/ml-volume")`,
    "an alias that nobody was asked about": `est = Estimator(**job, volume_kms_key="alias/else")`,
    "a transform job, of which the API lists aliases": `\
from sagemaker.transformer import Transformer
Transformer("model", 1, "ml.m5.large", volume_kms_key="alias/ml-volume").transform("s3://ml-data/x")`,
  },
  invalid: {
    "an alias": {
      code: `\
est = Estimator(**job, volume_kms_key="alias/ml-volume")
#                                     ^^^^^^^^^^^^^^^^^ alias/ml-volume is an alias, and the API documents only the id or the ARN of a key as volume key`,
      output: `est = Estimator(**job, volume_kms_key="${keyArn(key)}")`,
    },
  },
});
