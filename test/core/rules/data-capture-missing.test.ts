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
  prelude: `${boto3Prelude}config = dict(EndpointConfigName="churn", ProductionVariants=[{"VariantName": "a", "ModelName": "churn"}])
`,
  valid: {
    on: `sm.create_endpoint_config(**config, DataCaptureConfig={"EnableCapture": True, "InitialSamplingPercentage": 100, "DestinationS3Uri": "s3://ml-data/c", "CaptureOptions": [{"CaptureMode": "Input"}]})`,
    "known only at run time": `sm.create_endpoint_config(**config, DataCaptureConfig=capture())`,
    "no endpoint": `sm.create_training_job(**job)`,
  },
  invalid: {
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
