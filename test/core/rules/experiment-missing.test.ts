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
    "an estimator of SDK v2 that is not fitted": `Estimator(**est, instance_count=1)`,
    "a job of SDK v2 within a Run": `from sagemaker.experiments.run import Run
with Run(experiment_name="churn"):
    Estimator(**est, instance_count=1).fit()`,
    "a job of SDK v2 within something else": `with tracked():
    Estimator(**est, instance_count=1).fit()`,
    "a job of SDK v2 whose experiment is known only at run time": `Estimator(**est, instance_count=1).fit(experiment_config=where())`,
    "a job of SDK v2 with arguments that are not known": `Estimator(**est, instance_count=1).fit(**arguments())`,
    "an operation without": `sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/T")`,
  },
  invalid: {
    "a job of SDK v2, nowhere within a Run": {
      code: `\
done = Estimator(**est, instance_count=1).fit()
#      ^^^^^^^^^ This training job belongs to no experiment, which the team's policy asks for`,
    },
    none: {
      code: `\
sm.create_training_job(**job)
#  ^^^^^^^^^^^^^^^^^^^ This training job belongs to no experiment, which the team's policy asks for`,
      output: null,
    },
  },
});
