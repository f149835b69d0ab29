# sdk: v3
# user defaults: endpoint-keys.yaml
from sagemaker.serve import ModelBuilder
from sagemaker.core.training.configs import Networking
from sagemaker.core.inference_config import AsyncInferenceConfig, ServerlessInferenceConfig
from sagemaker.core.model_monitor import DataCaptureConfig

builder = ModelBuilder(
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_type="ml.m5.large",
    s3_model_data_url="s3://ml-data/model.tar.gz",
    network=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
builder.build(model_name="m")
builder.deploy(
    endpoint_name="e",
    wait=False,
    update_endpoint=True,
    kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
