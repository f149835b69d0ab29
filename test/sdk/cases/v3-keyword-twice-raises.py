# sdk: v3
from sagemaker.train import ModelTrainer
opts = {"training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
t = ModelTrainer(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", **opts)
t.train(wait=False)
