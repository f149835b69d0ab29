from sagemaker.pytorch import PyTorchModel

model = PyTorchModel(
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    framework_version="2.0.1",
    py_version="py310",
    image_uri="",
)
model.deploy(1, "ml.m5.large", endpoint_name="e")
