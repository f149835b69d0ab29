from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

ids = "subnet-0a10000000000001a"
Processor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.xlarge", network_config=NetworkConfig(subnets=ids, security_group_ids=["sg-0a1000000000000aa"])).run()
