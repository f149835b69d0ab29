import { argumentRenamed } from "../../../core/src/rules/argument-renamed.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(argumentRenamed, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: `
from sagemaker.algorithm import AlgorithmEstimator
from sagemaker.estimator import Estimator
from sagemaker.model import Model
from sagemaker.pytorch import PyTorch
from sagemaker.rl import RLEstimator
from sagemaker.sklearn import SKLearn
`,
  valid: {
    "the new names": `Estimator("i", "r/R", instance_count=1, instance_type="ml.m5.large")`,
    "a keyword that was never one": `Estimator("i", "r/R", 1, "ml.m5.large", colour="red")`,
    "a notebook that installs version 1": `!pip install sagemaker==1.72.0
Model("s3://b/m", image="i", role="r/R")`,
    "a notebook that installs what is older than version 2": `!pip install "sagemaker<2"
Model("s3://b/m", image="i", role="r/R")`,
    "a notebook that installs version 1, and at its end what was there": `!pip install "sagemaker>=1.14.2,<2"
Model("s3://b/m", image="i", role="r/R")
!pip install sagemaker=={before}`,
    "a name of somebody else": `fit(train_instance_count=1)`,
  },
  invalid: {
    "names that are still taken": {
      code: `\
Estimator("i", "r/R", train_instance_count=1, train_instance_type="ml.m5.large")
#                     ^^^^^^^^^^^^^^^^^^^^ train_instance_count is called instance_count since SDK v2: Estimator still takes it, with a warning
#                                             ^^^^^^^^^^^^^^^^^^^ train_instance_type is called instance_type since SDK v2: Estimator still takes it, with a warning`,
      output: `Estimator("i", "r/R", instance_count=1, instance_type="ml.m5.large")`,
    },
    "a name that is refused": {
      code: `\
Model(image="i", role="r/R")
#     ^^^^^ image is called image_uri since SDK v2: Model raises TypeError`,
      output: `Model(image_uri="i", role="r/R")`,
    },
    "a name that is dropped": {
      code: `\
AlgorithmEstimator("arn", "r/R", 1, "ml.m5.large", train_volume_size=100)
#                                                  ^^^^^^^^^^^^^^^^^ train_volume_size is called volume_size since SDK v2: AlgorithmEstimator drops it`,
      output: `AlgorithmEstimator("arn", "r/R", 1, "ml.m5.large", volume_size=100)`,
    },
    "a name of a model that a pipeline is made of": {
      code: `\
from sagemaker.pipeline import PipelineModel
first = Model(image="i", model_data="s3://b/m")
#             ^^^^^ image is called image_uri since SDK v2: Model raises TypeError
second = Model(image_uri="j", model_data="s3://b/m")
PipelineModel([first, second], "r/R").deploy(1, "ml.m5.large")`,
      output: `\
from sagemaker.pipeline import PipelineModel
first = Model(image_uri="i", model_data="s3://b/m")
second = Model(image_uri="j", model_data="s3://b/m")
PipelineModel([first, second], "r/R").deploy(1, "ml.m5.large")`,
    },
    "an object that is trained and deployed": {
      code: `\
est = Estimator("i", "r/R", 1, "ml.m5.large", train_max_run=1)
#                                             ^^^^^^^^^^^^^ train_max_run is called max_run since SDK v2: Estimator still takes it, with a warning
est.fit()
est.deploy(1, "ml.m5.large")`,
    },
    "an object that another is made of": {
      code: `\
Estimator("i", "r/R", 1, "ml.m5.large", train_max_run=1).transformer(1, "ml.m5.large").transform("s3://b/in")
#                                       ^^^^^^^^^^^^^ train_max_run is called max_run since SDK v2: Estimator still takes it, with a warning`,
    },
    "a required argument under its old name": {
      code: `\
Estimator(image_name="i", role="r/R", instance_count=1, instance_type="ml.m5.large")
#         ^^^^^^^^^^ image_name is called image_uri since SDK v2: Estimator raises TypeError`,
      output: `Estimator(image_uri="i", role="r/R", instance_count=1, instance_type="ml.m5.large")`,
    },
    "an image that is taken after the versions were looked at": {
      code: `\
PyTorch("train.py", role="r/R", image_name="i", instance_count=1, instance_type="ml.m5.large")
#                               ^^^^^^^^^^ image_name is called image_uri since SDK v2: PyTorch raises ValueError`,
      output: `PyTorch("train.py", role="r/R", image_uri="i", instance_count=1, instance_type="ml.m5.large")`,
    },
    "an image beside the versions": {
      code: `\
PyTorch("train.py", role="r/R", framework_version="2.0", py_version="py310", image_name="i", instance_count=1, instance_type="ml.m5.large")
#                                                                            ^^^^^^^^^^ image_name is called image_uri since SDK v2: PyTorch still takes it, with a warning`,
    },
    "an image that is taken after the toolkit was looked at": {
      code: `\
RLEstimator("train.py", role="r/R", image_name="i", instance_count=1, instance_type="ml.m5.large")
#                                   ^^^^^^^^^^ image_name is called image_uri since SDK v2: RLEstimator raises AttributeError`,
      output: `RLEstimator("train.py", role="r/R", image_uri="i", instance_count=1, instance_type="ml.m5.large")`,
    },
    "an image that another one replaces": {
      code: `\
SKLearn("train.py", "1.2-1", role="r/R", image_name="i", instance_type="ml.m5.large")
#                                        ^^^^^^^^^^ image_name is called image_uri since SDK v2: SKLearn drops it`,
      output: `SKLearn("train.py", "1.2-1", role="r/R", image_uri="i", instance_type="ml.m5.large")`,
    },
    "the old and the new name": {
      code: `\
Estimator("i", "r/R", 1, "ml.m5.large", train_max_run=1, max_run=2)
#                                       ^^^^^^^^^^^^^ train_max_run is called max_run since SDK v2: Estimator still takes it, with a warning`,
      output: null,
    },
    "a name in a dict": {
      code: `\
job = {"train_instance_count": 1}
#                              ^ train_instance_count is called instance_count since SDK v2: Estimator still takes it, with a warning
Estimator("i", "r/R", instance_type="ml.m5.large", **job)`,
      output: null,
    },
  },
});
