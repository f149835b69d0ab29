from sagemaker.pytorch import PyTorchModel

model = PyTorchModel(
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    framework_version="2.1",
    py_version="py310",
    entry_point="inference.py",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
model.deploy(initial_instance_count=1, instance_type="ml.g5.xlarge")
