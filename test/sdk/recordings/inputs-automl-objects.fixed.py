# known: InputDataConfig, AutoMLJobInputDataConfig
from sagemaker.automl.automl import AutoML, AutoMLInput
from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTabularConfig, AutoMLV2

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
first = AutoML(
    role=role,
    target_attribute_name="churn",
    base_job_name="churn",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
train = AutoMLInput("s3://ml-data/train", "churn", compression="Gzip", channel_type="training")
check = AutoMLInput(
    inputs=["s3://ml-data/check"],
    target_attribute_name="churn",
    channel_type="validation",
    s3_data_type="ManifestFile",
)
first.fit([train, check], wait=False)

# %%
other = AutoML(
    role,
    "churn",
    output_path="s3://ml-artifacts/churn",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
other.fit(AutoMLInput("s3://ml-data/train", target_attribute_name="churn"), wait=False, logs=False)

# %%
second = AutoMLV2(
    problem_config=AutoMLTabularConfig(target_attribute_name="churn"),
    role=role,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
channels = [
    AutoMLDataChannel("S3Prefix", "s3://ml-data/train", "training", content_type="text/csv;header=present"),
    AutoMLDataChannel(s3_data_type="S3Prefix", s3_uri="s3://ml-data/check", channel_type="validation"),
]
second.fit(inputs=channels, wait=False, logs=False)
