# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, TrainingImageConfig

ModelTrainer(
    training_image="registry.corp.example/team/train:1",
    role="arn:aws:iam::111122223333:role/Training",
    networking=Networking(subnets=["subnet-0b20000000000001a"], security_group_ids=["sg-0b2000000000000bb"]),
    training_image_config=TrainingImageConfig(training_repository_access_mode="Vpc"),
).train(wait=False)
