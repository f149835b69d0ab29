# user defaults: all.yaml
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(enable_network_isolation=False, encrypt_inter_container_traffic=False),
)
processor.run(wait=False, logs=False)
