import { placeholderId } from "../../../core/src/rules/placeholder-id.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(placeholderId, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "ids that merely look unusual": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-b"])`,
  },
  invalid: {
    "a subnet to be filled in": {
      code: `\
est = Estimator(**job, **keys, subnets=["<subnet>"], security_group_ids=["sg-train"])
#                                       ^^^^^^^^^^ "<subnet>" is a placeholder: a subnet's id belongs here`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
    "an empty text for a subnet": {
      code: `\
est = Estimator(**job, **keys, subnets=[""], security_group_ids=["sg-train"])
#                                       ^^ This is empty: a subnet's id belongs here`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
    "a key to be filled in": {
      code: `\
est = Estimator(**job, **network, volume_kms_key="alias/ml-volume", output_kms_key="your-key-id")
#                                                                                  ^^^^^^^^^^^^^ "your-key-id" is a placeholder: a KMS key belongs here`,
      output: `est = Estimator(**job, **network, volume_kms_key="alias/ml-volume", output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")`,
    },
  },
});
