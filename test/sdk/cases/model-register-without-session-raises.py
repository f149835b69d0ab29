from sagemaker.model import Model

model = Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "s3://ml-artifacts/model.tar.gz", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})

model.register(
    content_types=["text/csv"],
    response_types=["text/csv"],
    inference_instances=["ml.m5.large"],
    transform_instances=["ml.m5.large"],
    model_package_group_name="g",
    domain=None,
)

