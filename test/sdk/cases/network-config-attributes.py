# %%
from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig

network_config = NetworkConfig(
    enable_network_isolation=True,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)

# %%
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=network_config.subnets,
    security_group_ids=network_config.security_group_ids,
    enable_network_isolation=network_config.enable_network_isolation,
)
estimator.fit()
