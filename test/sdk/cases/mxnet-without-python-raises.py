from sagemaker.mxnet import MXNet

est = MXNet(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    framework_version="1.9",
    py_version=None,
)
est.fit("s3://ml-data/t", wait=False)
