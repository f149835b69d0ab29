# sdk: v3
import sagemaker.core.remote_function as functions
from sagemaker.core.remote_function.errors import DeserializationError

settings = dict(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)


@functions.remote(
    **settings,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    encrypt_inter_container_traffic=True,
    s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
def double(x):
    return 2 * x


# %%
try:
    double(2)
except DeserializationError:
    pass  # nobody ran it
