import json
import os
from pathlib import Path

import yaml
from sagemaker.estimator import Estimator


def settings(name):
    with open(os.path.join("settings", name)) as file:
        return json.load(file) if name.endswith(".json") else yaml.safe_load(file)


network = settings("network.yaml")
keys = json.loads(Path("settings/keys.json").read_text())

# %%
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=network["count"],
    instance_type="ml.m5.xlarge",
    subnets=network["vpc"]["subnets"],
    security_group_ids=network["vpc"]["groups"],
    encrypt_inter_container_traffic=network["encrypt"],
    **keys,
)
estimator.fit("s3://ml-data/train")
