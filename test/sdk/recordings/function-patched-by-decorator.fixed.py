from unittest.mock import patch

import boto3
from sagemaker.estimator import Estimator


@patch("boto3.client")
@patch("sagemaker.estimator.Estimator.fit")
def dry_run(fit, client):
    Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large").fit("s3://ml-data/a")
    client("sagemaker").create_model(ModelName="none")


dry_run()
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/a", wait=False)
