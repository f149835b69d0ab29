# sdk: v3
from sagemaker.train import ModelTrainer

ModelTrainer(
    training_image="registry.corp.example/team/train:1",
    role="arn:aws:iam::111122223333:role/Training",
).train(wait=False)
