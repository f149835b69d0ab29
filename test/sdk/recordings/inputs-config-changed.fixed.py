from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput

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
train = TrainingInput("s3://ml-data/a")
train.config["DataSource"]["S3DataSource"]["S3Uri"] = "s3://ml-other/b"
train.config["DataSource"]["S3DataSource"]["S3DataType"] = "ManifestFile"
est.fit(train, wait=False)
# %%
other = TrainingInput("s3://ml-data/a")
other.config["InputMode"] = "Pipe"
cfg = other.config["DataSource"]["S3DataSource"]
cfg.update(S3Uri="s3://ml-third/c")
est.fit({"train": other, "x": train}, wait=False)
# %%
third = TrainingInput("s3://ml-data/a")
third.config = {"DataSource": {"S3DataSource": {"S3Uri": "s3://ml-four/c", "S3DataType": "S3Prefix"}}}
est.fit(third, wait=False)
# %%
print(other.config["DataSource"]["S3DataSource"]["S3Uri"])
est.fit(other.config["DataSource"]["S3DataSource"]["S3Uri"], wait=False)
