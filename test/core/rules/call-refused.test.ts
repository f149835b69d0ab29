import { callRefused } from "../../../core/src/rules/call-refused.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));
const withoutDefaults = {
  ...environment,
  sdkDefaults: {
    administrator: { path: "/site/config.yaml", isOverride: false },
    user: { path: "/user/config.yaml", isOverride: false },
  },
  files: new Map(
    ["/site/config.yaml", "/user/config.yaml"].map((path) => [path, { state: "absent" }] as const),
  ),
};

testRule(callRefused, {
  environment: withoutDefaults,
  prelude: `${boto3Prelude}
from sagemaker.automl.automl import AutoML
from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
from sagemaker.remote_function import RemoteExecutor
from sagemaker.djl_inference import DeepSpeedModel, DJLModel
`,
  valid: {
    "a call that is not valid Python": `from sagemaker.tensorflow import TensorFlow
TensorFlow("main.py", role="arn:aws:iam::111122223333:role/r", framework_version="2.4", py_version="py37", to be filled)`,
    "a call as it should be": `sm.create_training_job(**job, ResourceConfig=resources)`,
    "what the rules of the parameters tell": `sm.create_training_job(TrainingJobName=1)`,
    "an option that another rule tells": `!aws sagemaker update-training-job --training-job-name churn-1 --vpc-config ""`,
    "half a VPC, which another rule tells": `sm.create_training_job(**job, ResourceConfig=resources, VpcConfig={"Subnets": ["subnet-a1"]})`,
    "an SDK of another version": `!pip install sagemaker==2.199.0
DJLModel("gpt2").deploy(1, "ml.g5.2xlarge")`,
    "a class that the version does not have": `DeepSpeedModel("gpt2").deploy(1, "ml.g5.2xlarge")`,
    "a name of SDK v1, which another rule tells": `Estimator(image_name="i", role="r/R", train_instance_count=1, train_instance_type="ml.m5.large")`,
    "a method that is overwritten, which another rule tells": `est = Estimator("i", "r/R", 1, "ml.m5.large")
est.enable_network_isolation = True
est.fit()`,
    "a model of the hub, whose builder chooses instances": `from sagemaker.serve.builder.model_builder import ModelBuilder
built = ModelBuilder(model="huggingface-llm-a", role_arn="arn:aws:iam::111122223333:role/R").build()
built.deploy(accept_eula=True)`,
    "instances that were recommended": `from sagemaker.model import Model
model = Model("i", "s3://b/m", role="arn:aws:iam::111122223333:role/R")
model.right_size(sample_payload_url="s3://b/p", supported_content_types=["text/csv"], framework="SAGEMAKER")
model.deploy(endpoint_name="e")`,
    "a placeholder where arguments belong": `DJLModel("gpt2", role="r/R").deploy(<FILLIN>)`,
    "arguments that may be there": `Estimator(**options())`,
    "instances that something spreads a function over": `RemoteExecutor(instance_type="ml.m5.large", image_uri="i", role="r/R", instance_count=2, use_torchrun=True)`,
  },
  invalid: {
    "an argument that a method hands on to a constructor which does not have it": {
      code: `\
est = Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large")
est.fit()
est.deploy(1, "ml.m5.large", update_endpoint=True)
#   ^^^^^^ deploy raises TypeError in SDK 2.257.7: Model.__init__() got an unexpected keyword argument 'update_endpoint'`,
    },
    "a VPC's id in the network of a model": {
      code: `\
from sagemaker.model import Model
model = Model("i", "s3://b/m", role="arn:aws:iam::111122223333:role/R", vpc_config={"VpcId": "vpc-a", "Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})
#       ^^^^^ Model raises ParamValidationError in SDK 2.257.7: Unknown parameter in VpcConfig: "VpcId", must be one of: SecurityGroupIds, Subnets
model.deploy(1, "ml.m5.large")`,
    },
    "what an object raises that a job is made of": {
      code: `\
one = Processor("arn:aws:iam::111122223333:role/R", "i", 1, "ml.m5.large", network_config=NetworkConfig(subnet_ids=["subnet-a1"]))
#     ^^^^^^^^^ Processor raises TypeError in SDK 2.257.7: NetworkConfig.__init__() got an unexpected keyword argument 'subnet_ids'
one.run()`,
    },
    "a network that is no NetworkConfig, told once of all that it is for": {
      code: `\
from sagemaker.model_monitor import DefaultModelMonitor
monitor = DefaultModelMonitor("arn:aws:iam::111122223333:role/R", network_config={"subnets": ["subnet-a1"]})
#         ^^^^^^^^^^^^^^^^^^^ DefaultModelMonitor raises AttributeError in SDK 2.257.7: 'dict' object has no attribute '_to_request_dict'
monitor.create_monitoring_schedule(endpoint_input="e", monitor_schedule_name="s")`,
    },
    "a trainer of late version 2": {
      code: `\
from sagemaker.modules.configs import Networking
from sagemaker.modules.train import ModelTrainer
trainer = ModelTrainer(training_image="i", role="arn:aws:iam::111122223333:role/R", networking=Networking(enable_network_isolation=True))
#         ^^^^^^^^^^^^ ModelTrainer raises ValidationError in SDK 2.257.7: subnets and security_group_ids: field required
trainer.train()`,
    },
    "what a constructor raises, told at its call and not at what it never gives": {
      code: `\
from sagemaker.pytorch import PyTorch
est = PyTorch("a.py", role="arn:aws:iam::111122223333:role/R", instance_count=1, instance_type="ml.m5.large", framework_version="2.1")
#     ^^^^^^^ PyTorch raises ValueError in SDK 2.257.7: framework_version or py_version was None, yet image_uri was also None. Either specify both framework_version and py_version, or specify image_uri.
est.fit("s3://b/train")
est.deploy(1, "ml.m5.large")`,
    },
    "what a constructor raises before it hands on an argument that it does not have": {
      code: `\
from sagemaker.pytorch import PyTorchModel
one = PyTorchModel("s3://b/m.tar.gz", "arn:aws:iam::111122223333:role/R", "a.py", images="i")
#     ^^^^^^^^^^^^ PyTorchModel raises ValueError in SDK 2.257.7: framework_version or py_version was None, yet image_uri was also None. Either specify both framework_version and py_version, or specify image_uri.
one.deploy(1, "ml.m5.large")`,
    },
    "the toolkit's version, which a model looks for first": {
      code: `\
from sagemaker.huggingface import HuggingFaceModel
one = HuggingFaceModel("arn:aws:iam::111122223333:role/R", "s3://b/m.tar.gz")
#     ^^^^^^^^^^^^^^^^ HuggingFaceModel raises ValueError in SDK 2.257.7: framework_version or py_version was None, yet image_uri was also None. Either specify both framework_version and py_version, or specify image_uri.
one.deploy(1, "ml.m5.large")`,
    },
    "two frameworks for one model": {
      code: `\
from sagemaker.huggingface import HuggingFaceModel
one = HuggingFaceModel("arn:aws:iam::111122223333:role/R", "s3://b/m.tar.gz", transformers_version="4.26", tensorflow_version="2.11", pytorch_version="1.13", py_version="py39")
#     ^^^^^^^^^^^^^^^^ HuggingFaceModel raises ValueError in SDK 2.257.7: tensorflow_version and pytorch_version are both not None. Specify only tensorflow_version or pytorch_version.
one.deploy(1, "ml.m5.large")`,
    },
    "what the constructor of a tuner's estimator raises, where it is, and once": {
      code: `\
from sagemaker.sklearn import SKLearn
from sagemaker.tuner import HyperparameterTuner, IntegerParameter
est = SKLearn("a.py", role="arn:aws:iam::111122223333:role/R", instance_type="ml.m5.large")
#     ^^^^^^^ SKLearn raises ValueError in SDK 2.257.7: framework_version or py_version was None, yet image_uri was also None. Either specify both framework_version and py_version, or specify image_uri.
tuner = HyperparameterTuner(est, "loss", {"depth": IntegerParameter(1, 9)})
tuner.fit("s3://b/train")
tuner.deploy(1, "ml.m5.large")`,
    },
    "a sentence that the notebook catches": {
      code: `\
from sagemaker.train.sft_trainer import SFTTrainer
try:
    SFTTrainer(model="m", training_dataset="s3://b/t.jsonl", role="arn:aws:iam::111122223333:role/R").train()
#   ^^^^^^^^^^ SFTTrainer raises ValueError in SDK 3.27.0: model_package_group is required for serverless training (when compute is not set), which the notebook catches
except ValueError:
    pass`,
    },
    "an exception that the notebook catches": {
      code: `\
try:
    one = Estimator("i", "arn:aws:iam::111122223333:role/R")
#         ^^^^^^^^^ Estimator raises ValueError in SDK 2.257.7: instance_count and instance_type must be set if instance_groups is not set, which the notebook catches
    one.fit()
except (KeyError, ValueError) as problem:
    print(problem)`,
      output: null,
    },
    "an exception that is raised again": {
      code: `\
try:
    one = Estimator("i", "arn:aws:iam::111122223333:role/R")
#         ^^^^^^^^^ Estimator raises ValueError in SDK 2.257.7: instance_count and instance_type must be set if instance_groups is not set
    one.fit()
except ValueError:
    raise`,
      output: null,
    },
    "another exception is caught": {
      code: `\
try:
    one = Estimator("i", "arn:aws:iam::111122223333:role/R")
#         ^^^^^^^^^ Estimator raises ValueError in SDK 2.257.7: instance_count and instance_type must be set if instance_groups is not set
    one.fit()
except sm.exceptions.ResourceLimitExceeded:
    pass`,
      output: null,
    },
    "a round of a loop": {
      code: `\
for groups in (["sg-a"], None):
    one = Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", subnets=["subnet-a1"], security_group_ids=groups)
#         ^^^^^^^^^ Estimator raises RuntimeError in SDK 2.257.7: When setting up custom VPC, both subnets and security_group_ids must be set (on one branch)
    one.fit()`,
      output: null,
    },
    "a round that botocore refuses": {
      code: `\
for groups in (["sg-a"], None):
    network = NetworkConfig(subnets=["subnet-a1"], security_group_ids=groups)
    one = Processor("arn:aws:iam::111122223333:role/R", "i", 1, "ml.m5.large", network_config=network)
#         ^^^^^^^^^ Processor raises ParamValidationError in SDK 2.257.7: Missing required parameter in NetworkConfig.VpcConfig: "SecurityGroupIds" (on one branch)
    one.run()`,
      output: null,
    },
    "a search for candidates that nothing starts": {
      code: `\
found = AutoML("arn:aws:iam::111122223333:role/R", "y").deploy(1, "ml.m5.large")
#                                                       ^^^^^^ deploy raises ParamValidationError in SDK 2.257.7: Invalid type for parameter AutoMLJobName, value: None, type: <class 'NoneType'>, valid types: <class 'str'>`,
      output: null,
    },
    "a model without a role": {
      code: `\
model = DJLModel("gpt2")
#       ^^^^^^^^ DJLModel raises ValueError in SDK 2.257.7: Role can not be null for deploying a model
model.deploy(1, "ml.g5.2xlarge")`,
      output: null,
    },
    "an estimator without a role": {
      code: `\
one = Estimator("i", instance_count=1, instance_type="ml.m5.large")
#     ^^^^^^^^^ Estimator raises ValueError in SDK 2.257.7: An AWS IAM role is required to create an estimator. Please provide a valid \`role\` argument with the ARN of an IAM role that has the necessary SageMaker permissions.
one.fit()`,
      output: null,
    },
    "positional arguments": {
      code: `\
sm.create_model("churn", "arn:aws:iam::111122223333:role/Models")
#  ^^^^^^^^^^^^ create_model raises TypeError: create_model() only accepts keyword arguments.`,
      output: null,
    },
  },
});

testRule(callRefused, {
  environment,
  prelude:
    'import os\nfrom sagemaker.processing import Processor, ScriptProcessor\ncode = os.environ.get("CODE")\nrole = "arn:aws:iam::111122223333:role/R"\n',
  valid: {
    "the class is chosen by what the call is chosen by": `\
if code:
    made = ScriptProcessor(role, "i", ["python3"], 1, "ml.m5.large")
else:
    made = Processor(role, "i", 1, "ml.m5.large")
if code:
    made.run(code="a.py")
else:
    made.run()`,
    "in a function": `\
def start(made):
    if code:
        made.run(code="a.py")

start(ScriptProcessor(role, "i", ["python3"], 1, "ml.m5.large") if code else Processor(role, "i", 1, "ml.m5.large"))`,
  },
  invalid: {
    "the class is chosen, and the call made in any case": {
      code: `\
made = ScriptProcessor(role, "i", ["python3"], 1, "ml.m5.large") if code else Processor(role, "i", 1, "ml.m5.large")
#                                                                             ^^^^^^^^^ Processor raises TypeError in SDK 2.257.7: Processor.run() got an unexpected keyword argument 'code'
made.run(code="a.py")`,
      output: null,
    },
    "another thing is chosen": {
      code: `\
if code:
    made = Processor(role, "i", 1, "ml.m5.large")
#          ^^^^^^^^^ Processor raises TypeError in SDK 2.257.7: Processor.run() got an unexpected keyword argument 'code'
    made.run(code="a.py")`,
      output: null,
    },
  },
});

testRule(callRefused, {
  environment,
  prelude: "from sagemaker.djl_inference import DJLModel\nfrom sagemaker.estimator import Estimator\n",
  valid: {
    "a role that the SDK's defaults may have, of which nobody tells": `Estimator("i", instance_count=1, instance_type="ml.m5.large").fit()
DJLModel("gpt2").deploy(1, "ml.g5.2xlarge")`,
    "an environment that they may have": `from sagemaker.model_monitor import ModelMonitor
from sagemaker.session import Session
monitor = ModelMonitor("r", "i", sagemaker_session=Session())
monitor.create_monitoring_schedule(output, "e", schedule_cron_expression="cron(0 * ? * * *)")
Session().create_monitoring_schedule("hourly", "cron(0 * ? * * *)", None, None, inputs, output, 1, "ml.m5.large", 20)`,
  },
  invalid: {},
});
