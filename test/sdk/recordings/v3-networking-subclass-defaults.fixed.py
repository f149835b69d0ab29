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
from sagemaker.train.configs import OutputDataConfig
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=TeamCompute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    networking=TeamNetworking(
        enable_network_isolation=True, enable_inter_container_traffic_encryption=True
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train()
