# sdk: v3
from sagemaker.core.remote_function import remote
from sagemaker.core.remote_function.errors import DeserializationError


@remote(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    security_group_ids=["sg-0a1000000000000aa"],
    max_runtime_in_seconds=600,
    volume_size=50,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
)
def double(x):
    return 2 * x


try:
    double(2)
except DeserializationError:
    pass  # nobody ran it
