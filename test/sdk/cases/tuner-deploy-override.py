from sagemaker.pytorch import PyTorch
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

e = PyTorch(
    "train.py",
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
t = HyperparameterTuner(
    e, "acc", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "acc", "Regex": "a=(.*)"}]
)
t.fit("s3://ml-data/train")
t.deploy(
    1,
    "ml.m5.large",
    endpoint_name="e",
    vpc_config_override={
        "Subnets": ["subnet-0b20000000000001a"],
        "SecurityGroupIds": ["sg-0b2000000000000bb"],
    },
)
t.deploy(1, "ml.m5.large", endpoint_name="g", vpc_config_override=None)
