# dynamic: NetworkConfig.VpcConfig.SecurityGroupIds
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

for groups in [["sg-0a1000000000000aa"], None]:
    network = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=groups)
    Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.xlarge", network_config=network).run(wait=False, logs=False)
