from sagemaker.pytorch import PyTorchModel

model = PyTorchModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    entry_point="serve.py",
    framework_version="2.0",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
model.create(instance_type="ml.m5.large")
