role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
from sagemaker.model import Model
from sagemaker.network import NetworkConfig

m = Model(image_uri=image, role=role, vpc_config=NetworkConfig(subnets=subnets, security_group_ids=groups))
m.deploy(1, "ml.m5.xlarge")
