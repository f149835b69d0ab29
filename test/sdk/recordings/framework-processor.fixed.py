from sagemaker.network import NetworkConfig
from sagemaker.processing import FrameworkProcessor
from sagemaker.pytorch import PyTorch

processor = FrameworkProcessor(
    estimator_cls=PyTorch,
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    instance_count=1,
    network_config=NetworkConfig(True, ["sg-0a1000000000000aa"], ["subnet-0a10000000000001a"]),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
processor.run(code="preprocess.py", source_dir="code")
