from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTabularConfig, AutoMLV2

problem = AutoMLTabularConfig(target_attribute_name="y")
automl = AutoMLV2(
    problem,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_objective={"MetricName": "F1"},
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
automl.fit(AutoMLDataChannel("S3Prefix", "s3://ml-data/train.csv"), wait=False)
