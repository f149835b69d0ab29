# sdk: v3
from sagemaker.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    input_data_config={"train": "s3://team-data/train"},
)
trainer.train(wait=False)
