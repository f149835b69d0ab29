# dynamic: ResourceConfig.InstanceType
from sagemaker.estimator import Estimator

class Compute:
    def __get__(self, settings, owner=None):
        return "ml.c5.large"
    def __set__(self, settings, value):
        print("not", value)

class Settings:
    instance_type = Compute()

settings = Settings()
settings.instance_type = "ml.m5.large"
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type=settings.instance_type,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/a", wait=False)
