import { resourceInOtherRegion } from "../../../core/src/rules/resource-in-other-region.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(resourceInOtherRegion, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${boto3Prelude}
model = {"ModelName": "churn", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/T"}
image = "111122223333.dkr.ecr.{}.amazonaws.com/serve:1".format
`,
  valid: {
    "the job's region": `sm.create_training_job(**job)`,
    "an image of no region": `sm.create_model(**model, PrimaryContainer={"Image": "serve:1"})`,
    "a client of the image's region": `boto3.client("sagemaker", region_name="eu-west-1").create_model(**model, PrimaryContainer={"Image": image("eu-west-1")})`,
    "a client whose region is known only at run time": `boto3.client("sagemaker", region_name=here()).create_model(**model, PrimaryContainer={"Image": image("eu-west-1")})`,
    "the image of the region among those of several": `\
images = {"eu-west-1": image("eu-west-1"), "us-west-2": image("us-west-2")}
sm.create_model(**model, PrimaryContainer={"Image": images[boto3.Session().region_name]})`,
    "an ARN that is but a text": `sm.create_training_job(**job, Environment={"REGISTRY": "arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn"})`,
  },
  invalid: {
    "a model's image": {
      code: `\
sm.create_model(**model, PrimaryContainer={"Image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:1"})
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image is in eu-west-1, but the job runs in us-east-1`,
      output: null,
    },
    "images of one other region": {
      code: `\
serve = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image is in eu-west-1, but the job runs in us-east-1 (on one branch)
if on_gpu():
    serve = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:gpu"
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image is in eu-west-1, but the job runs in us-east-1 (on one branch)
sm.create_model(**model, PrimaryContainer={"Image": serve})`,
      output: null,
    },
    "a training plan": {
      code: `\
plan = "arn:aws:sagemaker:us-west-2:111122223333:training-plan/p5"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The training plan is in us-west-2, but the job runs in us-east-1
sm.create_training_job(**job, ResourceConfig={**resources, "TrainingPlanArn": plan})`,
    },
  },
});
