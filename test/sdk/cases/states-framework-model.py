from sagemaker.pytorch import PyTorchModel
from sagemaker.session import Session
from stepfunctions.steps import ModelStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
model = PyTorchModel(
    model_data="s3://ml-data/model.tar.gz",
    role=role,
    entry_point="serve.py",
    framework_version="2.1",
    py_version="py310",
    sagemaker_session=Session(),
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
step = ModelStep("Save", model=model, instance_type="ml.m5.xlarge", model_name="churn")

# %%
workflow = Workflow(name="churn", definition=step, role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
