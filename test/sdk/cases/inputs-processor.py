# known: ProcessingInputs, ProcessingOutputConfig.Outputs, Tags, ExperimentConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    tags=[{"Key": "team", "Value": "fraud"}],
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
