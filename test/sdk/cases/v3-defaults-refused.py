# sdk: v3
# user defaults: unknown-key.yaml
from sagemaker.train import ModelTrainer

ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole").train(wait=False)
