import { noEnvironment } from "../../../core/src/environment.js";
import { networkMixedWithDefaults } from "../../../core/src/rules/network-mixed-with-defaults.js";
import { defaultsFiles, withDefaults } from "../../support/defaults-files.js";
import { testRule } from "../../support/test-rule.js";

const use = withDefaults("defaults.yaml");
const processor = (network: string) =>
  `Processor("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", network_config=${network}).run()`;

testRule(networkMixedWithDefaults, {
  environment: { ...noEnvironment, files: defaultsFiles },
  prelude: "from sagemaker.network import NetworkConfig\nfrom sagemaker.processing import Processor\n",
  valid: {
    "both of the call": use + processor(`NetworkConfig(subnets=["subnet-1"], security_group_ids=["sg-1"])`),
    "both of the file": use + processor("None"),
    "no file": processor(`NetworkConfig(subnets=["subnet-1"])`),
    "what is only known at run time": use + processor(`NetworkConfig(subnets=subnets())`),
  },
  invalid: {
    "subnets of the call, groups of the file": {
      code: `${use}network = NetworkConfig(subnets=["subnet-1"])
#                               ^^^^^^^^^^^^ The subnets are the call's, but the security groups come from the SDK's defaults in defaults.yaml:12
${processor("network")}`,
      output: null,
    },
    "groups of the call, subnets of the file": {
      code: `${use}network = NetworkConfig(security_group_ids=["sg-1"])
#                                          ^^^^^^^^ The security groups are the call's, but the subnets come from the SDK's defaults in defaults.yaml:11
${processor("network")}`,
    },
  },
});
