# sdk: v3
# user defaults: tags-of-each.yaml
from sagemaker.core.remote_function import remote
from sagemaker.core.remote_function.errors import DeserializationError


@remote(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
def double(x):
    return x * 2


# %%
try:
    double(3)
except DeserializationError:
    pass  # nobody ran it
