import os

from sagemaker.model import Model

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
m = Model(
    image_uri=image,
    model_data="s3://ml-data/m.tar.gz",
    role=role,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
fresh = "NEW" not in os.environ
flag = False if fresh else True
m.deploy(1, "ml.m5.xlarge", endpoint_name="e", update_endpoint=flag)
