from sagemaker.network import NetworkConfig
from sagemaker.sklearn.processing import SKLearnProcessor

network_config = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
processor = SKLearnProcessor(
    "1.2-1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", network_config=network_config,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
)
network_config.subnets = network_config.subnets + ["subnet-0a10000000000002b"]
network_config.enable_network_isolation = True
processor.run(code="preprocess.py")
