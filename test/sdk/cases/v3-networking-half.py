# sdk: v3
# dynamic: RoleArn
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

network = Networking(subnets=["subnet-0a10000000000001a"])
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", networking=network)
trainer.train(wait=False)
