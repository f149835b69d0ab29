# sdk: v3
from sagemaker.train import ModelTrainer

t = ModelTrainer(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
t.train()
