# sdk: v3
# known: PrimaryContainer.ModelDataUrl, PrimaryContainer.Image
from sagemaker.serve import ModelBuilder
from sagemaker.core.training.configs import Networking

builder = ModelBuilder(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_type="ml.m5.large", s3_model_data_url="s3://ml-data/model.tar.gz")
builder.build(model_name="m")
builder.deploy(endpoint_name="e", wait=False, tags=[{"Key":"a","Value":"b"}])
