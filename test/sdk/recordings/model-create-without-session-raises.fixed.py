from sagemaker.sklearn.model import SKLearnModel
from sagemaker.pipeline import PipelineModel

m = SKLearnModel(
    framework_version="1.2-1",
    entry_point="i.py",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
# %%
m.create(instance_type='ml.m5.large')
