# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(enable_network_isolation=True),
)
trainer.networking.subnets = ["subnet-0a10000000000001a"]
trainer.train(wait=False)
