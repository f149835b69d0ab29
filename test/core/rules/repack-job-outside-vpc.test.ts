import { repackJobOutsideVpc } from "../../../core/src/rules/repack-job-outside-vpc.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const prelude = `\
from sagemaker.model import Model
from sagemaker.pytorch import PyTorchModel
from sagemaker.sklearn import SKLearnModel
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.parameters import ParameterString
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.step_collections import RegisterModel
archive = ParameterString("Archive")
vpc = {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}
settings = {"role": "r", "sagemaker_session": PipelineSession(), "framework_version": "2.1", "py_version": "py310"}
`;

testRule(repackJobOutsideVpc, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude,
  valid: {
    "the model has a VPC": `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", vpc_config=vpc, **settings)
step = ModelStep("M", step_args=model.create())`,
    "the model's network is known only at run time": `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", vpc_config=read_vpc(), **settings)
step = ModelStep("M", step_args=model.create())`,
    "the job has a network of its own": `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", **settings)
step = ModelStep("M", step_args=model.create(), repack_model_step_settings={"subnets": ["subnet-a1"], "security_group_ids": ["sg-train"]})`,
    "an archive that is there is repacked in the notebook": `\
model = PyTorchModel(model_data="s3://bucket/model.tar.gz", entry_point="serve.py", **settings)
step = ModelStep("M", step_args=model.create())`,
    "no code": `\
model = PyTorchModel(model_data=archive, entry_point=None, **settings)
step = ModelStep("M", step_args=model.create())`,
    "an old PyTorch takes the code beside the archive": `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", **{**settings, "framework_version": "1.1"})
step = ModelStep("M", step_args=model.create())`,
    "SKLearn does too": `\
model = SKLearnModel(model_data=archive, entry_point="serve.py", **settings)
step = ModelStep("M", step_args=model.create())`,
    "code without a folder": `\
model = Model(image_uri="image", model_data=archive, entry_point="serve.py", role="r", sagemaker_session=PipelineSession())
step = ModelStep("M", step_args=model.create())`,
    "no pipeline": `PyTorchModel(model_data=archive, role="r", entry_point="serve.py", framework_version="2.1").create()`,
  },
  invalid: {
    "a model with code, registered": {
      code: `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", **settings)
step = ModelStep("M", step_args=model.register())
#      ^^^^^^^^^ ModelStep adds a training job, RepackModel, which is not in a VPC`,
      output: `\
model = PyTorchModel(
    model_data=archive,
    entry_point="serve.py",
    **settings,
    vpc_config={"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]},
)
step = ModelStep("M", step_args=model.register())`,
    },
    "a model with a folder of code, created": {
      code: `\
model = Model(image_uri="image", model_data=archive, entry_point="serve.py", source_dir="code", role="r", sagemaker_session=PipelineSession())
step = ModelStep("M", step_args=model.create())
#      ^^^^^^^^^ ModelStep adds a training job, RepackModel, which is not in a VPC`,
    },
    "RegisterModel of a model": {
      code: `\
model = PyTorchModel(model_data=archive, entry_point="serve.py", **settings)
step = RegisterModel("M", content_types=[], response_types=[], model=model)
#      ^^^^^^^^^^^^^ RegisterModel adds a training job, RepackModel, which is not in a VPC`,
    },
  },
});
