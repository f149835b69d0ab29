from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingOutput, Processor

network_config = NetworkConfig(
    enable_network_isolation=True,
    security_group_ids=["sg-0a1000000000000aa"],
    subnets=["subnet-0a10000000000001a"],
    encrypt_inter_container_traffic=True,
)

# %%
processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=network_config,
)
processor.run(outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")])
