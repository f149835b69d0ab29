from sagemaker import AlgorithmEstimator

algorithm = AlgorithmEstimator(
    "arn:aws:sagemaker:us-east-1:111122223333:algorithm/mine",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.c5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
algorithm.transformer(
    1,
    "ml.m5.large",
    output_path="s3://ml-artifacts/out",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).transform("s3://ml-data/in")
