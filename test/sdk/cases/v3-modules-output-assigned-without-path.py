from sagemaker.modules.configs import OutputDataConfig
from sagemaker.modules.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.output_data_config = OutputDataConfig(kms_key_id="alias/ml-output")
trainer.train(wait=False)
