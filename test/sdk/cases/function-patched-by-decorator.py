from unittest.mock import patch

import boto3
from sagemaker.estimator import Estimator


@patch("boto3.client")
@patch("sagemaker.estimator.Estimator.fit")
def dry_run(fit, client):
    Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large").fit("s3://ml-data/a")
    client("sagemaker").create_model(ModelName="none")


dry_run()
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge").fit("s3://ml-data/a", wait=False)
