# %%
from sagemaker.estimator import Estimator

account = "111122223333"
region = "us-east-1"
prefix = "ml"
groups = "sg-0a1000000000000aa"
# %%
estimator = Estimator(
    image_uri=f"{account}.dkr.ecr.{region}.amazonaws.com/train:1",
    role=f"arn:aws:iam::{account}:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.{}.xlarge".format("m5"),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="alias/" + prefix + "-output",
    subnets=["subnet-0a1000000000000" + suffix for suffix in ("1a", "2b")],
    security_group_ids=groups.split(","),
)
estimator.fit("s3://ml-data/train")
