# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

networking = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=networking,
)
subnets = ["subnet-0a10000000000002b"]
networking.subnets = subnets
subnets.append("subnet-0a10000000000001a")
trainer.networking.security_group_ids = ("sg-0a1000000000000aa", "sg-0a1000000000000bb")
trainer.train(wait=False)
