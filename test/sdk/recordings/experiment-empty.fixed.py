from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor, ProcessingOutput, ScriptProcessor

network = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
p = ScriptProcessor(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    ["python3"],
    1,
    "ml.m5.xlarge",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)

p.run(
    code="train.py",
    outputs=[ProcessingOutput(source="/opt/ml/processing/o")],
    wait=False,
    logs=False,
    experiment_config={},
)

