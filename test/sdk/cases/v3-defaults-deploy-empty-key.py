# sdk: v3
# user defaults: all.yaml
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer
b = ModelBuilder(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", s3_model_data_url="s3://ml-artifacts/m.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
b.build(model_name="m")
b.deploy(endpoint_name="e", initial_instance_count=1, instance_type="ml.m5.large", kms_key="", wait=False)
