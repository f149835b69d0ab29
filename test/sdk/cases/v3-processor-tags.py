# sdk: v3
# user defaults: trainer-tags.yaml
from sagemaker.train import ModelTrainer
from sagemaker.core.processing import Processor
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", tags=[{"key": "x", "value": "y"}])
trainer.train(wait=False)
p = Processor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.large", tags=[{"Key":"a","Value":"b"}])
p.run(wait=False, logs=False)
