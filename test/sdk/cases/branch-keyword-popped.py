# dynamic: ResourceConfig.VolumeKmsKeyId, ResourceConfig.InstanceType, StoppingCondition.MaxRuntimeInSeconds
import os
from sagemaker.estimator import Estimator

stage = os.environ.get("STAGE", "dev")
settings = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"], "volume_kms_key": "alias/ml-volume", "max_run": 3600}
if stage == "dev":
    for name in ("volume_kms_key", "max_run"):
        settings.pop(name)
    settings |= {"instance_type": "ml.m5.large"}
else:
    settings["instance_type"] = "ml.p3.2xlarge"
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, **settings)
est.fit({"train": "s3://ml-data/train"}, wait=False)
