# sdk: v3
from sagemaker.core.shapes import AsyncInferenceConfig, AsyncInferenceOutputConfig
from sagemaker.serve.model_builder import ModelBuilder

builder = ModelBuilder(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", s3_model_data_url="s3://ml-data/model.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large")
builder.build(model_name="m")
output = AsyncInferenceOutputConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output")
builder.deploy(endpoint_name="e", inference_config=AsyncInferenceConfig(output_config=output), wait=False)
