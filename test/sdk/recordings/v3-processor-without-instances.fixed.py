# sdk: v3
from sagemaker.core.processing import Processor
from sagemaker.core.network import NetworkConfig
p = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
p.run(wait=False, logs=False)
