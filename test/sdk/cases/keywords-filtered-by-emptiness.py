from sagemaker.estimator import Estimator

SETTINGS = {
    "dev": {"subnets": [], "security_group_ids": [], "volume_kms_key": None, "max_run": 600},
    "prod": {
        "subnets": ["subnet-0a10000000000001a"],
        "security_group_ids": ["sg-0a1000000000000aa"],
        "volume_kms_key": "alias/ml-volume",
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
Estimator(**common, **keywords("dev")).fit("s3://ml-data/train", wait=False)

# %%
Estimator(**common, **keywords("prod")).fit("s3://ml-data/train", wait=False)
