from sagemaker.xgboost import XGBoost

xgb = XGBoost(
    entry_point="train.py",
    framework_version="1.7-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.2xlarge",
    volume_size=100,
    max_run=7200,
    volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000001",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
xgb.fit({"train": "s3://ml-data/train"})
