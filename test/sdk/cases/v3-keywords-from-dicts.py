# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
import os
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.training.configs import Compute, Networking

NETWORK = {
    "subnets": os.environ.get("SUBNETS", "subnet-0a10000000000001a,subnet-0a10000000000002b").split(","),
    "security_group_ids": [os.environ.get("SG", "sg-0a1000000000000aa")],
}
settings = dict(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(**NETWORK),
)
settings["compute"] = Compute(instance_type="ml.m5.xlarge", instance_count=1)
ModelTrainer(**settings).train(wait=False)
