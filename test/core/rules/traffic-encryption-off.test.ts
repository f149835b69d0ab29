import { trafficEncryptionOff } from "../../../core/src/rules/traffic-encryption-off.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(trafficEncryptionOff, {
  environment: { ...environment, policy: { network: { trafficEncryption: "required" } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    "one instance": `Estimator(**est, instance_count=1)`,
    on: `Estimator(**est, instance_count=2, encrypt_inter_container_traffic=True)`,
    "a count known only at run time": `Estimator(**est, instance_count=nodes())`,
  },
  invalid: {
    "several instances": {
      code: `\
job = Estimator(**est, instance_count=2)
#     ^^^^^^^^^ The traffic between the 2 instances is not encrypted, which the team's policy asks for`,
      output: `job = Estimator(**est, instance_count=2, encrypt_inter_container_traffic=True)`,
    },
  },
});
