from sagemaker.processing import ScriptProcessor
from sagemaker.workflow.steps import ProcessingStep
from sagemaker.network import NetworkConfig

processor = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1",
    command=["python3"],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
arguments = processor.run("s3://ml-data/prepare.py", wait=False, logs=False)
step = ProcessingStep(
    "Prepare",
    step_args=arguments,
)
