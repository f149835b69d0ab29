from sagemaker.estimator import Estimator
from sagemaker.processing import ScriptProcessor


class Team(Estimator):
    def fit(self, *args, **kwargs):
        if not self.subnets:
            self.subnets = ["subnet-0a10000000000001a"]
            self.security_group_ids = ["sg-0a1000000000000aa"]
        if self.volume_kms_key is None:
            self.volume_kms_key = "alias/ml-volume"
        return super().fit(*args, wait=False, **kwargs)


Team(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/train")
