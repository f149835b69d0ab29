# known: ProcessingInputs, ProcessingOutputConfig.Outputs, Tags, ExperimentConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor
from sagemaker.network import NetworkConfig

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    tags=[{"Key": "team", "Value": "fraud"}],
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
processor.run(
    inputs=[
        ProcessingInput(source="s3://ml-data/raw", destination="/opt/ml/processing/input"),
        ProcessingInput("s3://ml-data/more", "/opt/ml/processing/more", "more", s3_data_distribution_type="ShardedByS3Key"),
    ],
    outputs=[
        ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-artifacts/out"),
        ProcessingOutput("/opt/ml/processing/log", "s3://ml-artifacts/log", "log", "Continuous"),
    ],
    experiment_config={"ExperimentName": "fraud"},
)
