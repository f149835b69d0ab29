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
from sagemaker.remote_function import remote
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    both: `sm.create_training_job(**job, Tags=[{"Key": "team", "Value": "fraud"}, {"Key": "git-commit", "Value": commit()}])`,
    "known only at run time": `sm.create_training_job(**job, Tags=tags())`,
    "an estimator's": `Estimator(**est, instance_count=1, tags=[{"Key": "team", "Value": "fraud"}, {"Key": "git-commit", "Value": commit()}])`,
    "an estimator's as a dict": `Estimator(**est, instance_count=1, tags={"team": "fraud", "git-commit": commit()})`,
    "an estimator's with something unknown among them": `Estimator(**est, instance_count=1, tags=[{"Key": "team", "Value": "fraud"}, tag()])`,
    "an SDK whose tags are not followed": `@remote(instance_type="ml.m5.large", role="arn:aws:iam::111122223333:role/T")
def work():
    pass
work()`,
  },
  invalid: {
    none: {
      code: `\
sm.create_training_job(**job)
#  ^^^^^^^^^^^^^^^^^^^ This training job lacks the tags team, git-commit, which the team's policy asks for`,
      output: null,
    },
    "an estimator without": {
      code: `\
job = Estimator(**est, instance_count=1, tags={"team": "fraud"})
#     ^^^^^^^^^ This training job lacks the tag git-commit, which the team's policy asks for`,
    },
    one: {
      code: `\
sm.create_training_job(**job, Tags=[{"Key": "team", "Value": "fraud"}])
#  ^^^^^^^^^^^^^^^^^^^ This training job lacks the tag git-commit, which the team's policy asks for`,
    },
  },
});
