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
)
xgb.fit({"train": "s3://ml-data/train"})
