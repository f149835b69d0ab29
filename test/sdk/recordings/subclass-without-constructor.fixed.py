from sagemaker.sklearn import SKLearnProcessor
from sagemaker.network import NetworkConfig


class Preparation(SKLearnProcessor):
    """Prepares data."""


preparation = Preparation(
    "1.2-1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
preparation.run(code="train.py")
