import { dataCaptureMissing } from "../../../core/src/rules/data-capture-missing.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(dataCaptureMissing, {
  environment: { ...environment, policy: { endpoints: { dataCapture: "required" } } },
  prelude: `${boto3Prelude}from sagemaker.model import Model
from sagemaker.model_monitor import DataCaptureConfig
model = dict(image_uri="image", role="arn:aws:iam::111122223333:role/T", model_data="s3://ml-data/m.tar.gz")
config = dict(EndpointConfigName="churn", ProductionVariants=[{"VariantName": "a", "ModelName": "churn"}])
`,
  valid: {
    on: `sm.create_endpoint_config(**config, DataCaptureConfig={"EnableCapture": True, "InitialSamplingPercentage": 100, "DestinationS3Uri": "s3://ml-data/c", "CaptureOptions": [{"CaptureMode": "Input"}]})`,
    "known only at run time": `sm.create_endpoint_config(**config, DataCaptureConfig=capture())`,
    "a model of SDK v2": `Model(**model).deploy(1, "ml.m5.large", data_capture_config=DataCaptureConfig(enable_capture=True))`,
    "known only at run time, in SDK v2": `Model(**model).deploy(1, "ml.m5.large", data_capture_config=capture())`,
    "no endpoint": `sm.create_training_job(**job)`,
  },
  invalid: {
    "a model of SDK v2": {
      code: `\
Model(**model).deploy(1, "ml.m5.large")
#              ^^^^^^ The endpoint captures no data, which the team's policy asks for`,
    },
    "a model of SDK v2, which captures nothing": {
      code: `\
Model(**model).deploy(1, "ml.m5.large", data_capture_config=DataCaptureConfig(enable_capture=False))
#              ^^^^^^ The endpoint captures no data, which the team's policy asks for`,
    },
    none: {
      code: `\
sm.create_endpoint_config(**config)
#  ^^^^^^^^^^^^^^^^^^^^^^ The endpoint captures no data, which the team's policy asks for`,
      output: null,
    },
    off: {
      code: `\
sm.create_endpoint_config(**config, DataCaptureConfig={"EnableCapture": False, "InitialSamplingPercentage": 100, "DestinationS3Uri": "s3://ml-data/c", "CaptureOptions": [{"CaptureMode": "Input"}]})
#  ^^^^^^^^^^^^^^^^^^^^^^ The endpoint captures no data, which the team's policy asks for`,
    },
  },
});
