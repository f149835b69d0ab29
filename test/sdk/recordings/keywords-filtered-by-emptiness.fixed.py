from sagemaker.estimator import Estimator

SETTINGS = {
    "dev": {"subnets": [], "security_group_ids": [], "volume_kms_key": None, "max_run": 600},
    "prod": {
        "subnets": ["subnet-0a10000000000001a"],
        "security_group_ids": ["sg-0a1000000000000aa"],
        "volume_kms_key": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        "tags": [],
    },
}


def keywords(stage):
    return {name: value for name, value in SETTINGS[stage].items() if value not in (None, [])}


common = {
    "image_uri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "instance_count": 1,
    "instance_type": "ml.m5.xlarge",
}

# %%
Estimator(
    **common,
    **keywords("dev"),
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/train", wait=False)

# %%
Estimator(
    **common,
    **keywords("prod"),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/train", wait=False)
