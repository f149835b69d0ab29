# sdk: v3
from sagemaker.core.training.configs import Compute, Networking, OutputDataConfig, StoppingCondition
from sagemaker.train import ModelTrainer

settings = {
    "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "networking": {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]},
    "stopping_condition": {"max_runtime_in_seconds": 600},
}
ModelTrainer(**settings).train(wait=False)
ModelTrainer.model_validate(settings).train(wait=False)
