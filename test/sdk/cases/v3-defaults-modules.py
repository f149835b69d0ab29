# user defaults: all.yaml
# dynamic: RoleArn
from sagemaker.modules.train.model_trainer import ModelTrainer

ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1").train(wait=False)
