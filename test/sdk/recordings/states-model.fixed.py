from sagemaker.model import Model
from stepfunctions.steps import ModelStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    model_data="s3://ml-data/model.tar.gz",
    role=role,
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    enable_network_isolation=True,
)
step = ModelStep(
    "Save",
    model=model,
    model_name="churn",
    parameters={
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]
        },
        "EnableNetworkIsolation": True,
    },
)

# %%
workflow = Workflow(name="churn", definition=step, role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
