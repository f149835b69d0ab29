# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder

builder = ModelBuilder(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", s3_model_data_url="s3://ml-data/model.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large")
builder.build(model_name="m")
builder.deploy(endpoint_name="e", inference_config={"MemorySizeInMB": 2048, "MaxConcurrency": 2}, wait=False)
