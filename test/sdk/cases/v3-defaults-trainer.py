# sdk: v3
# user defaults: all.yaml
from sagemaker.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
)
trainer.train(wait=False)
