# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation="sure",
    ),
)
trainer.train(wait=False)
