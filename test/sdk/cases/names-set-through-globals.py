# dynamic: ResourceConfig.InstanceType
from sagemaker.estimator import Estimator

for name, kind in {"a": "ml.m5.large", "b": "ml.c5.large"}.items():
    globals()[f"est_{name}"] = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type=kind, subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
# %%
est_a.fit("s3://ml-data/a", wait=False)
globals()["est_b"].fit("s3://ml-data/b", wait=False)
