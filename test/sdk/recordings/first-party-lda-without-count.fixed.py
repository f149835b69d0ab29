from sagemaker import LDA
from sagemaker.amazon.amazon_estimator import RecordSet
LDA(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "ml.m5.large",
    3,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit(RecordSet("s3://ml-data/r", 10, 3), mini_batch_size=5, wait=False)
