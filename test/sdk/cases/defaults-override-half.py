import os
from sagemaker.estimator import Estimator

os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "team.yaml"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
estimator.fit("s3://ml-data/train")
