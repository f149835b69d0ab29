from sagemaker.sklearn import SKLearn

est = SKLearn(
    "train.py",
    framework_version="1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.large",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
est.fit("s3://ml-data/train")
est.deploy(
    1,
    "ml.m5.large",
    model_name="mm",
    role="arn:aws:iam::111122223333:role/Serve",
    endpoint_name="e",
    kms_key="alias/ml-volume",
)
m = est.create_model(role="arn:aws:iam::111122223333:role/Serve", vpc_config_override=None)
m.deploy(1, "ml.m5.xlarge", endpoint_name="f")
