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
        return "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"


class Prod(Base):
    subnets = Base.subnets + ["subnet-0a10000000000002b"]

    @staticmethod
    def key():
        return "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"


Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    **Prod.kwargs(),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/train", wait=False)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    2,
    "ml.m5.xlarge",
    **Base.kwargs(),
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    encrypt_inter_container_traffic=True,
).fit("s3://ml-data/train", wait=False)
