# dynamic: VpcConfig.Subnets
import copy

from sagemaker.estimator import Estimator

first = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
second = copy.copy(first)
second.subnets = ["subnet-0a10000000000002b"]
first.fit("s3://ml-data/train", wait=False)
second.fit("s3://ml-data/train", wait=False)
