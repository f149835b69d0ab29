# sdk: v3
# pydantic makes numbers and booleans of texts that say one: of arguments, of dicts, and of what is assigned.
import os

from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, StoppingCondition

IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
SUBNETS = ["subnet-0a10000000000001a"]
GROUPS = ["sg-0a1000000000000aa"]
os.environ["INSTANCES"] = "2"

# %%
of_arguments = ModelTrainer(
    training_image=IMAGE,
    role=ROLE,
    compute=Compute(
        instance_type="ml.m5.xlarge",
        instance_count=os.environ["INSTANCES"],
        volume_size_in_gb="50",
        enable_managed_spot_training="false",
    ),
    networking=Networking(
        subnets=SUBNETS,
        security_group_ids=GROUPS,
        enable_network_isolation="true",
        enable_inter_container_traffic_encryption=1,
    ),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=1.5 * 3600),
)
of_arguments.train(wait=False)

# %%
of_dicts = ModelTrainer(
    training_image=IMAGE,
    role=ROLE,
    compute={"instance_type": "ml.m5.large", "instance_count": "3", "volume_size_in_gb": "64.0"},
    networking={"subnets": SUBNETS, "security_group_ids": GROUPS, "enable_network_isolation": "No"},
    stopping_condition={"max_runtime_in_seconds": "1_200"},
    hyperparameters={"instance_count": "2"},
)
of_dicts.train(wait=False)
