import { settingDroppedByStep } from "../../../core/src/rules/setting-dropped-by-step.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const prelude = `\
from sagemaker.estimator import Estimator
from sagemaker.model import Model
from sagemaker.processing import Processor
from sagemaker.pytorch import PyTorchModel
from stepfunctions.steps import ModelStep, ProcessingStep, TrainingStep
job = {"role": "r", "image_uri": "image", "instance_count": 1, "instance_type": "ml.m5.large"}
vpc = {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}
`;

testRule(settingDroppedByStep, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude,
  valid: {
    "what the step sends": `\
estimator = Estimator(subnets=["subnet-a1"], security_group_ids=["sg-train"], volume_kms_key="k", **job)
step = TrainingStep("Train", estimator, job_name="t")`,
    "the network of a framework's model": `\
model = PyTorchModel(model_data="s3://b/m.tar.gz", role="r", entry_point="s.py", framework_version="2.1", vpc_config=vpc)
step = ModelStep("Save", model)`,
    "given to the step as well": `\
estimator = Estimator(enable_network_isolation=True, **job)
step = TrainingStep("Train", estimator, job_name="t", parameters={"EnableNetworkIsolation": True})`,
    "known only at run time": `\
estimator = Estimator(enable_network_isolation=isolated(), **job)
step = TrainingStep("Train", estimator, job_name="t")`,
    "not in a state machine": `Estimator(enable_network_isolation=True, **job).fit()`,
  },
  invalid: {
    "isolation of an estimator": {
      code: `\
estimator = Estimator(enable_network_isolation=True, **job)
step = TrainingStep("Train", estimator, job_name="t")
#      ^^^^^^^^^^^^ TrainingStep does not send enable_network_isolation of its Estimator: its containers are not isolated from the network`,
      output: `\
estimator = Estimator(enable_network_isolation=True, **job)
step = TrainingStep("Train", estimator, job_name="t", parameters={"EnableNetworkIsolation": True})`,
    },
    "the network of a model": {
      code: `\
model = Model("image", "s3://b/m.tar.gz", "r", vpc_config=vpc)
step = ModelStep("Save", model, model_name="m")
#      ^^^^^^^^^ ModelStep does not send vpc_config of its Model: it runs outside your VPC`,
      output: `\
model = Model("image", "s3://b/m.tar.gz", "r", vpc_config=vpc)
step = ModelStep(
    "Save",
    model,
    model_name="m",
    parameters={"VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}},
)`,
    },
    "the output key of a processor": {
      code: `\
processor = Processor(output_kms_key="alias/k", **job)
step = ProcessingStep("Prepare", processor, job_name="p")
#      ^^^^^^^^^^^^^^ ProcessingStep does not send output_kms_key of its Processor: the output is not encrypted with your key`,
    },
  },
});
