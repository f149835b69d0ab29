# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking


class Team(ModelTrainer):
    def train(self, *args, **kwargs):
        if self.networking is None:
            self.networking = Networking(
                subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
            )
        if self.networking.enable_network_isolation is None:
            self.networking.enable_network_isolation = True
        return super().train(*args, wait=False, **kwargs)


Team(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
).train()
