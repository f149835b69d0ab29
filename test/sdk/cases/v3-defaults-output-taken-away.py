# sdk: v3
# user defaults: trainer.yaml
# What was assigned None train() takes from the trainer's own section, of which a path of the output is not completed.
from sagemaker.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.output_data_config = None
trainer.train(wait=False)
