from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput, TrainingInput

est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.large",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
train = TrainingInput("s3://ml-data/a", content_type="text/csv")
print("train", train.config)
train.config
# %%
shared = FileSystemInput("fs-0a1b2c3d4e5f60718", "EFS", "/data")
print(str(shared.config), len(train.config))
est.fit({"train": train, "shared": shared}, wait=False)
