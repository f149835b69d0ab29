# dynamic: CreateModel.EnableNetworkIsolation
from sagemaker.jumpstart.model import JumpStartModel

model = JumpStartModel(
    model_id="ml-text-model", model_version="1.0.0",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
# %%
predictor = model.deploy(kms_key="alias/ml-volume")
