import { sdkDefaultsRefused } from "../../../core/src/rules/sdk-defaults-refused.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { defaultsFiles, withDefaults } from "../../support/defaults-files.js";
import { testRule } from "../../support/test-rule.js";

const job = `Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large").fit()`;
const unread = withDefaults("defaults.yaml").replace("defaults.yaml", "not-there.yaml");

testRule(sdkDefaultsRefused, {
  environment: { ...noEnvironment, files: defaultsFiles },
  prelude: "from sagemaker.estimator import Estimator\nfrom sagemaker.train import ModelTrainer\n",
  valid: {
    "no defaults": job,
    "defaults that fit": withDefaults("defaults.yaml") + job,
    "a file that cannot be read": unread + job,
    "boto3, which reads none": `${withDefaults("refused.yaml")}import boto3\nboto3.client("sagemaker").create_model(ModelName="m")`,
  },
  invalid: {
    "a key that the schema does not have": {
      code: `${withDefaults("refused.yaml")}e = ${job}
#   ^^^^^^^^^ The SDK refuses its defaults file, refused.yaml:4: SageMaker.TrainingJob.Subnets is not a key that the SDK knows`,
    },
    "version 3 too": {
      code: `${withDefaults("refused.yaml")}trainer = ModelTrainer(training_image="image")
#         ^^^^^^^^^^^^ The SDK refuses its defaults file, refused.yaml:4: SageMaker.TrainingJob.Subnets is not a key that the SDK knows`,
    },
  },
});
