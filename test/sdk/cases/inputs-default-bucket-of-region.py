import boto3
import os
import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session(boto3.Session(region_name="eu-west-1"))
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
estimator.fit(os.path.join("s3://" + session.default_bucket(), "train", "a"))
