from sagemaker.estimator import Estimator


class TeamEstimator(Estimator):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("subnets", ["subnet-0a10000000000001a"])
        kwargs.setdefault("security_group_ids", ["sg-0a1000000000000aa"])
        super().__init__(*args, **kwargs)


estimator = TeamEstimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
)
estimator.fit("s3://ml-data/train")
other = TeamEstimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000002b"],
)
other.fit("s3://ml-data/train")
