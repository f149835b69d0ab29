from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]

p = Processor(
    image_uri=image,
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(subnet_ids=subnets, security_group_ids=groups),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
p.run()
