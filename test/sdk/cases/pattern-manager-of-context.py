from contextlib import contextmanager
from sagemaker.estimator import Estimator

@contextmanager
def in_vpc(estimator):
    before = estimator.subnets, estimator.security_group_ids
    estimator.subnets = ["subnet-0a10000000000001a"]
    estimator.security_group_ids = ["sg-0a1000000000000aa"]
    try:
        yield estimator
    finally:
        estimator.subnets, estimator.security_group_ids = before

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
)
# %%
with in_vpc(estimator) as inside:
    inside.fit("s3://ml-data/train")
