# sdk: v3
# A field's default is what its factory makes for each object.
from typing import List

from pydantic import Field
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking


def team_subnets():
    return ["subnet-0a1b2c3d4e5f60718", "subnet-0b2c3d4e5f6071829"]


class TeamNetwork(Networking):
    subnets: List[str] = Field(default_factory=team_subnets)
    security_group_ids: List[str] = Field(default_factory=lambda: ["sg-0e5f60718293a4b5c"])


trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=TeamNetwork(),
)
trainer.train(wait=False)
