# sdk: v3
# known: Tags
# user defaults: trainer-tags.yaml
from sagemaker.train import ModelTrainer
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
trainer.train(wait=False)
