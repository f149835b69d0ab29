import { experimentMissing } from "../../../core/src/rules/experiment-missing.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(experimentMissing, {
  environment: { ...environment, policy: { traceability: { experiment: "required" } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    one: `sm.create_training_job(**job, ExperimentConfig={"ExperimentName": "churn"})`,
    "one that SDK v2 is given": `Estimator(**est, instance_count=1).fit(experiment_config={"ExperimentName": "churn", "TrialName": "a"})`,
    "a job of SDK v2, which may be started within a Run": `Estimator(**est, instance_count=1)`,
    "an operation without": `sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/T")`,
  },
  invalid: {
    none: {
      code: `\
sm.create_training_job(**job)
#  ^^^^^^^^^^^^^^^^^^^ This training job belongs to no experiment, which the team's policy asks for`,
      output: null,
    },
  },
});
