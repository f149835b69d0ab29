from sagemaker.estimator import Estimator

def estimators(types):
    shared = Estimator(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type="ml.m5.xlarge",
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
    )
    for instance_type in types:
        shared.instance_type = instance_type
        yield shared
# %%
for estimator in estimators(["ml.c5.xlarge"]):
    estimator.fit("s3://ml-data/train")
