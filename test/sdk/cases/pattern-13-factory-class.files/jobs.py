from sagemaker.estimator import Estimator


class Jobs:
    network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}

    def __init__(self, session=None):
        self.session = session

    def estimator(self, kind="ml.m5.xlarge"):
        return Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, kind, sagemaker_session=self.session, **self.network)
