# known: InputDataConfig
from sagemaker.modules.train import ModelTrainer
from sagemaker.modules.configs import InputData
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
trainer.train(input_data_config=[InputData(channel_name="train", data_source="s3://ml-data/train")], wait=False)
