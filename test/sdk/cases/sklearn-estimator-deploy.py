from sagemaker.sklearn import SKLearn

estimator = SKLearn(
    "train.py",
    framework_version="1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
estimator.fit({"train": "s3://ml-data/train"})
estimator.deploy(initial_instance_count=1, instance_type="ml.m5.large", enable_network_isolation=True)
