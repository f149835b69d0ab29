from sagemaker.estimator import Estimator

estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    2,
    "ml.c5.xlarge",
    None,
    50,
    "alias/ml-volume",
    3600,
    "File",
    "s3://ml-data/out",
    "alias/ml-output",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
estimator.fit()
