import { networkIsolationUnsupported } from "../../../core/src/rules/network-isolation-unsupported.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(networkIsolationUnsupported, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${boto3Prelude}
def with_image(name):
    return {**job, "AlgorithmSpecification": {"TrainingInputMode": "File", "TrainingImage": f"520713654638.dkr.ecr.us-east-1.amazonaws.com/{name}:5"}}
`,
  valid: {
    "an image of one's own": `sm.create_training_job(**job, EnableNetworkIsolation=True)`,
    "without isolation": `sm.create_training_job(**with_image("sagemaker-chainer"))`,
    "known only at run time": `sm.create_training_job(**with_image("sagemaker-chainer"), EnableNetworkIsolation=isolated())`,
  },
  invalid: {
    "a container that calls S3 itself": {
      code: `\
sm.create_training_job(**with_image("sagemaker-rl-tensorflow"), EnableNetworkIsolation=True)
#                                                                                      ^^^^ SageMaker's reinforcement learning container does not work with network isolation`,
      output: `sm.create_training_job(**with_image("sagemaker-rl-tensorflow"), EnableNetworkIsolation=False)`,
    },
  },
});
