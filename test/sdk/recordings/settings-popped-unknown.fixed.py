# What is taken out of settings that nobody knows whole is no argument.
from sagemaker.processing import FrameworkProcessor
from sagemaker.sklearn.estimator import SKLearn
from sagemaker.network import NetworkConfig

line = "class_name=SKLearn framework_version=1.2-1 instance_type=ml.m5.large"
settings = dict(part.split("=") for part in line.split())
name = settings.pop("class_name")
settings["estimator_cls"] = {"SKLearn": SKLearn}[name]
processor = FrameworkProcessor(
    **settings, instance_count=1, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
)
processor.run(code="process.py")
