import { tagsMissing } from "../../../core/src/rules/tags-missing.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(tagsMissing, {
  environment: { ...environment, policy: { traceability: { tags: ["team", "git-commit"] } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    both: `sm.create_training_job(**job, Tags=[{"Key": "team", "Value": "fraud"}, {"Key": "git-commit", "Value": commit()}])`,
    "known only at run time": `sm.create_training_job(**job, Tags=tags())`,
    "both, in SDK v2": `Estimator(**est, instance_count=1, tags=[{"Key": "team", "Value": "fraud"}, {"Key": "git-commit", "Value": commit()}])`,
    "both, as a dict": `Estimator(**est, instance_count=1, tags={"team": "fraud", "git-commit": "1a2b3c"})`,
    "known only at run time, in SDK v2": `Estimator(**est, instance_count=1, tags=tags())`,
    "perhaps given": `Estimator(**est, instance_count=1, **more())`,
    "a model, which may have got them by add_tags": `from sagemaker.model import Model
Model(image_uri="image", role=est["role"], model_data="s3://ml-data/m.tar.gz").deploy(1, "ml.m5.large")`,
    "a change of what is there": `sm.update_monitoring_schedule(MonitoringScheduleName="m", MonitoringScheduleConfig={"MonitoringJobDefinitionName": "d", "MonitoringType": "DataQuality"})`,
  },
  invalid: {
    none: {
      code: `\
sm.create_training_job(**job)
#  ^^^^^^^^^^^^^^^^^^^ This training job lacks the tags team, git-commit, which the team's policy asks for`,
      output: null,
    },
    "none, in SDK v2": {
      code: `\
e = Estimator(**est, instance_count=1)
#   ^^^^^^^^^ This training job lacks the tags team, git-commit, which the team's policy asks for`,
    },
    "one, in SDK v2": {
      code: `\
e = Estimator(**est, instance_count=1, tags={"team": "fraud"})
#   ^^^^^^^^^ This training job lacks the tag git-commit, which the team's policy asks for`,
    },
    one: {
      code: `\
sm.create_training_job(**job, Tags=[{"Key": "team", "Value": "fraud"}])
#  ^^^^^^^^^^^^^^^^^^^ This training job lacks the tag git-commit, which the team's policy asks for`,
    },
  },
});
