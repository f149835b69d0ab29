from sagemaker.sklearn import SKLearn

sklearn = SKLearn(
    entry_point="train.py",
    framework_version="1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)
sklearn.instance_count = 2
sklearn.fit("s3://ml-data/train")
