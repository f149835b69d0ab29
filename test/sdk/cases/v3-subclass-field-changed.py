# sdk: v3
from sagemaker.core.training.configs import Compute, Networking, OutputDataConfig, StoppingCondition
from sagemaker.train import ModelTrainer


class InVpc(ModelTrainer):
    networking: Networking = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
    environment: dict = {"TEAM": "ml"}


# %%
trainer = InVpc(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    
)
trainer.train(wait=False)
other = InVpc(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
other.networking.subnets.append("subnet-0a10000000000002b")
other.train(wait=False)
third = InVpc(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
third.train(wait=False)
