# sdk: v3
import yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

with open("network.yaml") as file:
    settings = yaml.safe_load(file)

# %%
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(**settings["network"]),
).train(wait=False)
