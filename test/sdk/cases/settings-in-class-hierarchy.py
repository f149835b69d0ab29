from sagemaker.estimator import Estimator


class Base:
    region = "us-east-1"
    subnets = ["subnet-0a10000000000001a"]

    @property
    def groups(self):
        return [self._group]

    _group = "sg-0a1000000000000aa"

    @classmethod
    def kwargs(cls):
        self = cls()
        return {"subnets": self.subnets, "security_group_ids": self.groups, "volume_kms_key": self.key()}

    @staticmethod
    def key():
        return None


class Prod(Base):
    subnets = Base.subnets + ["subnet-0a10000000000002b"]

    @staticmethod
    def key():
        return "alias/ml-volume"


Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    **Prod.kwargs(),
).fit("s3://ml-data/train", wait=False)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    2,
    "ml.m5.xlarge",
    **Base.kwargs(),
).fit("s3://ml-data/train", wait=False)
