import { spotWaitWrong } from "../../../core/src/rules/spot-wait-wrong.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(spotWaitWrong, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `${estimatorPrelude}\n${boto3Prelude.replace("job =", "request =")}`,
  valid: {
    "a wait as long as the run": `est = Estimator(**job, use_spot_instances=True, max_run=3600, max_wait=3600)`,
    "a flag that is not known": `est = Estimator(**job, use_spot_instances=spot(), max_run=3600, max_wait=7200)`,
    "a flag that may be among arguments that are not known": `sm.create_training_job(**request, **more(), StoppingCondition={"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60})`,
  },
  invalid: {
    "a wait that is shorter than the run": {
      code: `\
est = Estimator(**job, **network, use_spot_instances=True, max_run=7200, max_wait=3600)
#                                                                                 ^^^^ The job may run 7200 s and wait only 3600 s, its run included: AWS refuses the request`,
      output: `est = Estimator(**job, **network, use_spot_instances=True, max_run=7200, max_wait=7200)`,
    },
    "a wait without spot instances": {
      code: `\
sm.create_training_job(**request, ResourceConfig=resources, StoppingCondition={"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60})
#                                                                                                                                 ^^ MaxWaitTimeInSeconds without spot instances: AWS refuses the request`,
      output: `\
sm.create_training_job(
    **request,
    ResourceConfig=resources,
    StoppingCondition={"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60},
    EnableManagedSpotTraining=True,
)`,
    },
  },
});
