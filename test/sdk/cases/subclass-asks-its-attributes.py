from sagemaker.estimator import Estimator


class Team(Estimator):
    KEY = "alias/ml-volume"

    def __init__(self, image, key=None, **kw):
        super().__init__(
            image, "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", **kw
        )
        self.volume_kms_key = key or self.volume_kms_key or self.KEY
        self.output_kms_key = self.output_kms_key or self.volume_kms_key
        if self.subnets is None and self.security_group_ids is None:
            self.subnets, self.security_group_ids = ["subnet-0a10000000000001a"], ["sg-0a1000000000000aa"]


e = Team("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1")
e.fit("s3://ml-data/train", wait=False)
