from sagemaker.estimator import Estimator

estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    2,
    "ml.c5.xlarge",
    None,
    50,
    "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    3600,
    "File",
    "s3://ml-data/out",
    "alias/ml-output",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    encrypt_inter_container_traffic=True,
)
estimator.fit()
