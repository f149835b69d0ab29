from sagemaker.remote_function import remote

@remote(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    instance_type="ml.m5.xlarge",
    volume_size=None,
    max_runtime_in_seconds=None,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
def f(): return 1
f()
