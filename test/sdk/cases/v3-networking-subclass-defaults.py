# sdk: v3
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train import ModelTrainer

class TeamNetworking(Networking):
    subnets: list[str] = ["subnet-0a10000000000001a", "subnet-0a10000000000002b"]
    security_group_ids: list[str] = ["sg-0a1000000000000aa"]


class TeamCompute(Compute):
    instance_type: str = "ml.m5.2xlarge"
    instance_count: int = 2
    volume_size_in_gb: int = 50


# %%
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=TeamCompute(),
    networking=TeamNetworking(enable_network_isolation=True),
).train()
