from sagemaker.model import Model

Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://a/m.tar.gz",
    role="",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
).deploy(
    1, "ml.m5.large"
)
