# dynamic: NetworkConfig.VpcConfig.Subnets, NetworkConfig.VpcConfig.SecurityGroupIds, NetworkConfig.EnableNetworkIsolation, NetworkConfig.EnableInterContainerTrafficEncryption
from sagemaker.processing import Processor
from sagemaker.network import NetworkConfig

p = Processor(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    1,
    "ml.m5.xlarge",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"]),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
try:
    try:
        p.run()
    finally:
        p.network_config.security_group_ids = ["sg-0a1000000000000aa"]
except Exception:
    p.run()
