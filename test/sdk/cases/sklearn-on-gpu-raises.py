from sagemaker.sklearn import SKLearn

estimator = SKLearn(
    "train.py",
    "1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.g5.xlarge",
)
estimator.fit("s3://ml-data/train", wait=False)
