from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
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
