from sagemaker.xgboost import XGBoost

est = XGBoost(
    "train.py",
    "1.7-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.large",
    output_kms_key="alias/ml-output",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
est.fit("s3://ml-data/train")
t = est.transformer(
    1,
    "ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    role="arn:aws:iam::111122223333:role/T",
    vpc_config_override={
        "Subnets": ["subnet-0b20000000000001a"],
        "SecurityGroupIds": ["sg-0b2000000000000bb"],
    },
    enable_network_isolation=True,
    output_path="s3://ml-out/x",
    max_payload=6,
)
t.output_kms_key = "alias/ml-output"
t.transform("s3://ml-data/batch", split_type="Line", input_filter="$[1:]", join_source="Input", wait=False)
