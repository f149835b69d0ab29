from sagemaker.pipeline import PipelineModel
from sagemaker.session import Session
from sagemaker.sklearn import SKLearnModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
prepare = SKLearnModel(
    model_data="s3://ml-artifacts/model.tar.gz", entry_point="serve.py", framework_version="1.2-1", role=role
)

# %%
PipelineModel(
    models=[prepare],
    role=role,
    sagemaker_session=Session(),
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
).deploy(1, "ml.m5.large")
