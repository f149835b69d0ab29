# sdk: v3
from sagemaker.serve import ModelBuilder
from sagemaker.serve.async_inference import AsyncInferenceConfig
from sagemaker.serve.serverless import ServerlessInferenceConfig

for config in (AsyncInferenceConfig(output_path="s3://ml-data/o", kms_key_id="alias/ml-output"), ServerlessInferenceConfig()):
    builder = ModelBuilder(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", s3_model_data_url="s3://ml-data/model.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large"
    )
    builder.build(model_name="m")
    builder.deploy(endpoint_name="e", inference_config=config, wait=False)
