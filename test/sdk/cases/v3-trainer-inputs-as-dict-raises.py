# sdk: v3
# train() takes a list of inputs, not the dict that fit() of version 2 took.
from sagemaker.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(input_data_config={"train": "s3://team-data/train"}, wait=False)
