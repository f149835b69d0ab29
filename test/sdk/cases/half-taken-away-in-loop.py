from sagemaker.estimator import Estimator

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
for attribute, value in {"security_group_ids": None, "volume_kms_key": "alias/ml-volume"}.items():
    setattr(est, attribute, value)

# %%
est.fit("s3://ml-data/t", wait=False)
