# sdk: v3
# A field's default is what its factory makes for each object.
from typing import List

from pydantic import Field
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, Compute, OutputDataConfig


def team_subnets():
    return ["subnet-0a10000000000001a", "subnet-0a10000000000002b"]


class TeamNetwork(Networking):
    subnets: List[str] = Field(default_factory=team_subnets)
    security_group_ids: List[str] = Field(default_factory=lambda: ["sg-0a1000000000000aa"])


trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=TeamNetwork(),
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
