# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True),
).train(wait=False)
