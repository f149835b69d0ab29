import { sdkVersionMismatch } from "../../../core/src/rules/sdk-version-mismatch.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));

testRule(sdkVersionMismatch, {
  environment: { ...environment, sdkVersion: "3.27.0" },
  prelude: `
from sagemaker.estimator import Estimator
from sagemaker.train import ModelTrainer
from sagemaker_core.resources import TrainingJob
`,
  valid: {
    "what the version has": `ModelTrainer(training_image="image")`,
    "boto3, which is no part of it": `import boto3
boto3.client("sagemaker").create_endpoint(EndpointName="e", EndpointConfigName="c")`,
    "a package of its own": `TrainingJob.create(training_job_name="t", role_arn="r")`,
    "the notebook installs the right version": `%pip install "sagemaker<3"
Estimator("image", role="r")`,
    "the notebook installs what is newest": `%pip install -U sagemaker
Estimator("image", role="r")`,
  },
  invalid: {
    "a class of version 2": {
      code: `\
est = Estimator("image", role="r")
#     ^^^^^^^^^ No module named 'sagemaker.estimator': sagemaker 3.27.0 is installed; its place is taken by sagemaker.train.ModelTrainer`,
      output: null,
    },
  },
});

testRule(sdkVersionMismatch, {
  environment,
  prelude: `from sagemaker.train import ModelTrainer`,
  valid: { "nothing tells the version": `ModelTrainer(training_image="image")` },
  invalid: {
    "a class of version 3": {
      code: `\
%pip install sagemaker==2.257.7
trainer = ModelTrainer(training_image="image")
#         ^^^^^^^^^^^^ No module named 'sagemaker.train': sagemaker 2.257.7 is installed; its place is taken by sagemaker.estimator.Estimator`,
    },
  },
});
