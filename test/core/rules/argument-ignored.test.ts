import { argumentIgnored } from "../../../core/src/rules/argument-ignored.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(argumentIgnored, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: "from sagemaker.estimator import Estimator\nfrom sagemaker.pytorch import PyTorch\n",
  valid: {
    "arguments that it has": `PyTorch("t.py", role="r/R", subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "a keyword that is about something else": `Estimator("i", "r/R", 1, "ml.m5.large", colour="red")`,
    "a name of SDK v1": `Estimator("i", "r/R", 1, "ml.m5.large", train_volume_kms_key="alias/ml-volume")`,
  },
  invalid: {
    "a name that is almost right": {
      code: `\
Estimator("i", "r/R", 1, "ml.m5.large", subnet_ids=["subnet-a1"])
#                                       ^^^^^^^^^^ Estimator has no argument subnet_ids: it is dropped without a word. Is subnets meant?`,
      output: `Estimator("i", "r/R", 1, "ml.m5.large", subnets=["subnet-a1"])`,
    },
    "the model's way to say it": {
      code: `\
Estimator("i", "r/R", 1, "ml.m5.large", vpc_config={"Subnets": ["subnet-a1"]})
#                                       ^^^^^^^^^^ Estimator has no argument vpc_config: it is dropped without a word`,
      output: null,
    },
    "beside the right one": {
      code: `\
Estimator("i", "r/R", 1, "ml.m5.large", subnets=["subnet-a1"], subnet_ids=["subnet-a2"], security_group_ids=["sg-train"])
#                                                              ^^^^^^^^^^ Estimator has no argument subnet_ids: it is dropped without a word. Is subnets meant?`,
      output: null,
    },
  },
});
