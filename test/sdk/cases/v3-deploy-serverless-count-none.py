# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.core.inference_config import ServerlessInferenceConfig

b = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
b.build(model_name="m")
b.deploy(
    endpoint_name="e", initial_instance_count=None, inference_config=ServerlessInferenceConfig(), wait=False
)
