from sagemaker.remote_function import RemoteExecutor
from sagemaker.remote_function.errors import DeserializationError


def double(x):
    return x * 2


# %%
executor = RemoteExecutor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    instance_count=1,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
try:
    executor.submit(double, 3).result()
except DeserializationError:
    pass  # nobody ran it
