from sagemaker.pytorch import PyTorchModel

model = PyTorchModel(
    images="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
model.create(instance_type="ml.m5.xlarge")
