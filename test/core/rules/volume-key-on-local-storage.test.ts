import { volumeKeyOnLocalStorage } from "../../../core/src/rules/volume-key-on-local-storage.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(volumeKeyOnLocalStorage, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${estimatorPrelude}\n${boto3Prelude.replace("job =", "request =")}`,
  valid: {
    "a key for a volume": `sm.create_training_job(**request, ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeKmsKeyId": "alias/ml-volume"})`,
    "no key": `sm.create_training_job(**request, ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1})`,
    "an empty key": `sm.create_training_job(**request, ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1, "VolumeKmsKeyId": ""})`,
    "an instance type that is not known": `sm.create_training_job(**request, ResourceConfig={"InstanceType": kind(), "InstanceCount": 1, "VolumeKmsKeyId": "alias/ml-volume"})`,
  },
  invalid: {
    "a key for instances with local storage": {
      code: `\
sm.create_training_job(**request, ResourceConfig={"InstanceType": "ml.g5.xlarge", "InstanceCount": 1, "VolumeKmsKeyId": "alias/ml-volume"})
#                                                                                                                       ^^^^^^^^^^^^^^^^^ ml.g5.xlarge has local storage, and AWS takes no volume key for it: the request is refused`,
      output: null,
    },
  },
});
