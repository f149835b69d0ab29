from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
p = Processor(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    1,
    "ml.m5.large",
    network_config=NetworkConfig(),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
del p.network_config
p.run(wait=False, logs=False)
