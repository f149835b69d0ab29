from sagemaker.remote_function import RemoteExecutor

executor = RemoteExecutor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=("sg-0a1000000000000aa",),
)
executor.submit(print, 3)
