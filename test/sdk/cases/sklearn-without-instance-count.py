from sagemaker.sklearn import SKLearn

est = SKLearn(entry_point="train.py", framework_version="1.2-1", instance_type="ml.m5.xlarge", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
est.fit("s3://ml-data/t", wait=False)
