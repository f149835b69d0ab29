# sdk: v3
from sagemaker.train import ModelTrainer

ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", algorithm_name="x").train(
    wait=False
)
