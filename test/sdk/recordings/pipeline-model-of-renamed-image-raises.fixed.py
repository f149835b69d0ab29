# The model raises before there is a pipeline of it: its image has had another name since version 2.
from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
first = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1", model_data="s3://ml-data/m.tar.gz")
both = PipelineModel(
    [first, Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/churn:1", model_data="s3://ml-data/m.tar.gz")],
    role,
    name="churn",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
both.deploy(1, "ml.m5.large")
