# sdk: v3
# user defaults: all.yaml
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import Processor

processor = Processor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.xlarge")
processor.network_config = NetworkConfig(subnets=["subnet-0a10000000000002b"])
processor.run(wait=False, logs=False)
