from sagemaker.estimator import *


def train(image, data, **more):
    estimator = Estimator(image, "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], **more)
    estimator.fit(data, wait=False)
