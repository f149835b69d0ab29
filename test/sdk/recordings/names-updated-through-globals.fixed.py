from sagemaker.estimator import Estimator

config = {"SUBNET": "subnet-0a10000000000001a", "GROUP": "sg-0a1000000000000aa", "KIND": "ml.m5.large"}
globals().update(config)
globals().update(COUNT=2)
# %%
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=COUNT,
    instance_type=KIND,
    subnets=[SUBNET],
    security_group_ids=[GROUP],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    encrypt_inter_container_traffic=True,
).fit("s3://ml-data/a", wait=False)
