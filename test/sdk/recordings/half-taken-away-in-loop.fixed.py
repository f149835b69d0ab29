from sagemaker.estimator import Estimator

est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
for attribute, value in {"security_group_ids": None, "volume_kms_key": "alias/ml-volume"}.items():
    setattr(est, attribute, value)

# %%
est.fit("s3://ml-data/t", wait=False)
