from sagemaker.pytorch.processing import PyTorchProcessor
from sagemaker.network import NetworkConfig

processor = PyTorchProcessor(
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.g5.xlarge",
    instance_count=1,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
processor.run(code="preprocess.py", source_dir="code")
