import { networkIsolationOff } from "../../../core/src/rules/network-isolation-off.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(networkIsolationOff, {
  environment: { ...environment, policy: { network: { isolation: "required" } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    on: `Estimator(**est, instance_count=1, enable_network_isolation=True)`,
    "known only at run time": `Estimator(**est, instance_count=1, enable_network_isolation=isolated())`,
    "what else is sent is known only at run time": `sm.create_training_job(**more())`,
    "an operation without it": `sm.create_transform_job(TransformJobName="a")`,
  },
  invalid: {
    "left out": {
      code: `\
job = Estimator(**est, instance_count=1)
#     ^^^^^^^^^ This training job is not isolated from the network, which the team's policy asks for`,
      output: `job = Estimator(**est, instance_count=1, enable_network_isolation=True)`,
    },
    off: {
      code: `\
sm.create_training_job(**job, EnableNetworkIsolation=False)
#                                                    ^^^^^ This training job is not isolated from the network, which the team's policy asks for`,
      output: `sm.create_training_job(**job, EnableNetworkIsolation=True)`,
    },
  },
});
