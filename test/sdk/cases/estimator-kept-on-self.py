from sagemaker.estimator import Estimator


class Project:
    def __init__(self, subnets, groups):
        self.subnets = subnets
        self.estimator = Estimator(
            "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
            role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            instance_count=1,
            instance_type="ml.m5.xlarge",
            subnets=self.subnets,
            security_group_ids=groups,
        )

    def train(self):
        self.estimator.output_kms_key = "alias/ml-output"
        self.estimator.fit("s3://ml-data/train")


Project(["subnet-0a10000000000001a"], ["sg-0a1000000000000aa"]).train()
