# sdk: v3
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import Processor
from sagemaker.core.shapes import ProcessingOutput, ProcessingS3Output

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    max_runtime_in_seconds=1200,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
        encrypt_inter_container_traffic=True,
    ),
)
processor.run(
    outputs=[
        ProcessingOutput(
            output_name="out",
            s3_output=ProcessingS3Output(
                s3_uri="s3://ml-data/out", local_path="/opt/ml/processing/out", s3_upload_mode="EndOfJob"
            ),
        )
    ],
    wait=False,
    logs=False,
)
