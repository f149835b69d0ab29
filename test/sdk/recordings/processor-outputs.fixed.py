import sagemaker
from sagemaker.processing import ProcessingOutput, Processor

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    volume_size_in_gb=50,
    max_runtime_in_seconds=3600,
    network_config=sagemaker.network.NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        encrypt_inter_container_traffic=True,
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
processor.run(outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")])
