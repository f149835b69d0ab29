from sagemaker.sklearn import SKLearn

estimator = SKLearn(
    entry_point="train.py",
    framework_version="1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)

# %%
estimator.subnets = ["subnet-0a10000000000001a"]
estimator.security_group_ids = ["sg-0b2000000000000bb"]
estimator.volume_kms_key = None
estimator.fit("s3://ml-data/train")
