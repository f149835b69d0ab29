# user defaults: all.yaml
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(
        subnets=["subnet-0b20000000000001a"], security_group_ids=["sg-0b2000000000000bb"]
    ),
)
processor.run(wait=False, logs=False)
