import { settingLeftBehind } from "../../../core/src/rules/setting-left-behind.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const pytorch = `est = PyTorch("t.py", role="r/R", instance_count=1, instance_type="ml.m5.large", enable_network_isolation=True)`;

testRule(settingLeftBehind, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude:
    "from sagemaker.automl.automl import AutoML\nfrom sagemaker.estimator import Estimator\nfrom sagemaker.pytorch import PyTorch\n",
  valid: {
    "an estimator that hands it on": `\
est = Estimator("i", "r/R", 1, "ml.m5.large", enable_network_isolation=True)
est.deploy(1, "ml.m5.large")`,
    "a model that is isolated by its own call": `${pytorch}\nest.deploy(1, "ml.m5.large", enable_network_isolation=True)`,
    "an estimator that is not isolated": `\
est = PyTorch("t.py", role="r/R", instance_count=1, instance_type="ml.m5.large")
est.deploy(1, "ml.m5.large")`,
  },
  invalid: {
    "the isolation of a framework's estimator": {
      code: `\
${pytorch}
est.deploy(1, "ml.m5.large")
#   ^^^^^^ The SDK does not hand on the network isolation of the estimator`,
      output: `\
${pytorch}
est.deploy(1, "ml.m5.large", enable_network_isolation=True)`,
    },
    "the VPC of an AutoML job": {
      code: `\
auto = AutoML("r/R", "y", vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
auto.deploy(1, "ml.m5.large")
#    ^^^^^^ The SDK does not hand on the VPC of the AutoML job`,
      output: `\
auto = AutoML("r/R", "y", vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
auto.deploy(
    1, "ml.m5.large", vpc_config={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}
)`,
    },
    "the volume key of a job that an estimator is attached to": {
      code: `\
est = Estimator.attach("job")
est.fit()
#   ^^^ The SDK does not hand on the volume key of the job, if it has one`,
      output: null,
    },
  },
});
