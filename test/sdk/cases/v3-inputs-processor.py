# sdk: v3
# known: ProcessingInputs
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import Processor
from sagemaker.core.shapes import ProcessingInput, ProcessingOutput, ProcessingS3Input, ProcessingS3Output

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)
processor.run(
    inputs=[
        ProcessingInput(
            input_name="raw",
            s3_input=ProcessingS3Input(
                s3_uri="s3://ml-data/raw", local_path="/opt/ml/processing/input", s3_data_type="S3Prefix", s3_input_mode="File"
            ),
        )
    ],
    outputs=[
        ProcessingOutput(
            output_name="out",
            s3_output=ProcessingS3Output(s3_uri="s3://ml-artifacts/out", local_path="/opt/ml/processing/out", s3_upload_mode="EndOfJob"),
        )
    ],
    wait=False,
    logs=False,
)
