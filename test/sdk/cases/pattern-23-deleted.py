# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

settings = {"job": {"training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "network": {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}}}
job = settings["job"]
network = job["network"]
del job["network"]
# %%
ModelTrainer(networking=Networking(**network), **settings["job"]).train(wait=False)
