import { noEnvironment } from "../../../core/src/environment.js";
import { sdkDefaultsNotSent } from "../../../core/src/rules/sdk-defaults-not-sent.js";
import { defaultsFiles, withDefaults } from "../../support/defaults-files.js";
import { testRule } from "../../support/test-rule.js";

const use = withDefaults("defaults.yaml");

testRule(sdkDefaultsNotSent, {
  environment: { ...noEnvironment, files: defaultsFiles },
  prelude:
    "from sagemaker.estimator import Estimator\nfrom sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\n",
  valid: {
    "version 2 sends it": `${use}Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large").fit()`,
    "no defaults": `ModelTrainer(training_image="image").train()`,
    "the call gives all of it": `${use}ModelTrainer(training_image="image", networking=Networking(subnets=["subnet-1"], security_group_ids=["sg-1"], enable_inter_container_traffic_encryption=True)).train()`,
  },
  invalid: {
    "version 3 logs it as applied": {
      code: `${use}trainer = ModelTrainer(training_image="image")
#         ^^^^^^^^^^^^ ModelTrainer does not send what the SDK's defaults set in defaults.yaml:6: TrainingJob.VpcConfig.Subnets, TrainingJob.VpcConfig.SecurityGroupIds, TrainingJob.EnableInterContainerTrafficEncryption`,
      output: null,
    },
  },
});
