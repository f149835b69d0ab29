import { volumeKeyByAlias } from "../../../core/src/rules/volume-key-by-alias.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const id = "11111111-aaaa-4bbb-8ccc-000000000001";

testRule(volumeKeyByAlias, {
  environment: environmentOf(accountFacts(twoVpcs, ["alias/gone"])),
  prelude: `${estimatorPrelude}
from sagemaker.processing import Processor
`,
  valid: {
    "a key's id": `Estimator(**job, volume_kms_key="${id}")`,
    "a key's ARN": `Estimator(**job, volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/${id}")`,
    "an alias for the output": `Estimator(**job, output_kms_key="alias/ml-volume")`,
    "a job whose forms are not stated": `Processor(**job, volume_kms_key="alias/ml-volume").run()`,
  },
  invalid: {
    "an alias": {
      code: `\
est = Estimator(**job, volume_kms_key="alias/ml-volume")
#                                     ^^^^^^^^^^^^^^^^^ alias/ml-volume is an alias; the volumes' key is given by its id or ARN`,
      output: `est = Estimator(**job, volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/${id}")`,
    },
    "an alias that is not there": {
      code: `\
est = Estimator(**job, volume_kms_key="alias/gone")
#                                     ^^^^^^^^^^^^ alias/gone is an alias; the volumes' key is given by its id or ARN`,
      output: null,
    },
  },
});
