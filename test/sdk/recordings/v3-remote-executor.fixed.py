# sdk: v3
from sagemaker.core.remote_function import RemoteExecutor


def double(x):
    return 2 * x


with RemoteExecutor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    s3_kms_key="alias/ml-output",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
) as executor:
    executor.submit(double, 2)
