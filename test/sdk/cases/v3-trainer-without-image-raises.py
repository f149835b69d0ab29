# sdk: v3
from sagemaker.train import ModelTrainer

ModelTrainer().train(wait=False)
