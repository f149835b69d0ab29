from sagemaker.sklearn import SKLearnModel

model = SKLearnModel(
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    images="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    framework_version="1.2-1",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
model.deploy(1, "ml.m5.xlarge")
