import { settingNotSent } from "../../../core/src/rules/setting-not-sent.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const prelude = `
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.tuner import HyperparameterTuner
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/Training"
network = Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"])
closed = Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"], enable_network_isolation=True)
`;

testRule(settingNotSent, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude,
  valid: {
    "a step of a state machine, which another rule tells of": `\
from sagemaker.estimator import Estimator
from stepfunctions.steps import TrainingStep
estimator = Estimator("image", "r", 1, "ml.m5.large", enable_network_isolation=True)
step = TrainingStep("Train", estimator, job_name="t")`,
    "a tuner whose trainer has nothing that it drops": `HyperparameterTuner(ModelTrainer(training_image=image, networking=network), "loss", {})`,
    "a flag that is False": `HyperparameterTuner(ModelTrainer(training_image=image, networking=Networking(enable_network_isolation=False)), "loss", {})`,
    "a key known only at run time": `HyperparameterTuner(ModelTrainer(training_image=image, compute=Compute(volume_kms_key_id=key())), "loss", {})`,
    "a model with a network of its own": `ModelBuilder(model=ModelTrainer(training_image=image, networking=closed), network=network)`,
    "a trainer without a network": `ModelBuilder(model=ModelTrainer(training_image=image))`,
    "a trainer by itself": `ModelTrainer(training_image=image, networking=closed)`,
    "version 2 is installed": `%pip install "sagemaker<3"
ModelBuilder(model=ModelTrainer(training_image=image, networking=closed))`,
  },
  invalid: {
    "a tuner": {
      code: `\
t = HyperparameterTuner(ModelTrainer(training_image=image, compute=Compute(volume_kms_key_id="alias/k")), "loss", {})
#   ^^^^^^^^^^^^^^^^^^^ HyperparameterTuner does not send volume_kms_key_id of its ModelTrainer: the storage volumes are not encrypted with your key (seen with sagemaker 3.27.0)`,
      output: null,
    },
    "a model": {
      code: `\
mb = ModelBuilder(model=ModelTrainer(training_image=image, networking=network), role_arn=role)
#    ^^^^^^^^^^^^ ModelBuilder does not send subnets and security_group_ids of its ModelTrainer: it runs outside your VPC (seen with sagemaker 3.27.0)`,
      output: `\
mb = ModelBuilder(
    model=ModelTrainer(training_image=image, networking=network),
    role_arn=role,
    network=Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"]),
)`,
    },
  },
});
