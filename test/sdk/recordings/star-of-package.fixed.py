from sagemaker import *

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
session = Session()
one = estimator.Estimator(
    image_uri=image_uris.retrieve("xgboost", "us-east-1", "1.7-1"),
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
one.fit("s3://ml-data/train")

# %%
predictor = model.Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    "s3://ml-data/model.tar.gz",
    role=role,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
predictor.deploy(1, "ml.m5.large")
