import { noEnvironment } from "../../../core/src/environment.js";
import { argumentLostToDefaults } from "../../../core/src/rules/argument-lost-to-defaults.js";
import { defaultsFiles, withDefaults } from "../../support/defaults-files.js";
import { testRule } from "../../support/test-rule.js";

const use = withDefaults("defaults.yaml");
const estimator = (more: string) =>
  `Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", ${more})`;

testRule(argumentLostToDefaults, {
  environment: { ...noEnvironment, files: defaultsFiles },
  prelude: "from sagemaker.estimator import Estimator\n",
  valid: {
    "nothing given": use + estimator(""),
    "no file": estimator("encrypt_inter_container_traffic=False"),
    "isolation, where False wins": use + estimator("enable_network_isolation=False"),
    "values of the call": use + estimator(`subnets=["subnet-1"], security_group_ids=["sg-1"]`),
  },
  invalid: {
    False: {
      code: `${use}e = Estimator("image", "role", 1, "ml.m5.large", encrypt_inter_container_traffic=False)
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ encrypt_inter_container_traffic=False has no effect: the SDK's defaults set EnableInterContainerTrafficEncryption in defaults.yaml:4`,
    },
    None: {
      code: `${use}e = Estimator("image", "role", 1, "ml.m5.large", subnets=None)
#                                                ^^^^^^^^^^^^ subnets=None has no effect: the SDK's defaults set VpcConfig.Subnets in defaults.yaml:6`,
    },
    "None assigned later": {
      code: `${use}e = Estimator("image", "role", 1, "ml.m5.large")
#   ^^^^^^^^^ What is assigned for VpcConfig.Subnets later has no effect: the SDK's defaults set VpcConfig.Subnets in defaults.yaml:6
#   ^^^^^^^^^ What is assigned for VpcConfig.SecurityGroupIds later has no effect: the SDK's defaults set VpcConfig.SecurityGroupIds in defaults.yaml:7
e.subnets = None
e.security_group_ids = None
e.fit()`,
      output: null,
    },
  },
});
