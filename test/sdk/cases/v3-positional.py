# sdk: v3
from sagemaker.train import ModelTrainer

ModelTrainer("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1")
