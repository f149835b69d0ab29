# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.core.shapes import Tag
from sagemaker.core.processing import Processor, ProcessingInput, ProcessingOutput
from sagemaker.core.transformer import Transformer

trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", tags=[{"Key": "team", "Value": "ml"}])
trainer.train(wait=False)
