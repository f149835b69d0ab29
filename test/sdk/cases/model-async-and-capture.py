from sagemaker.async_inference import AsyncInferenceConfig
from sagemaker.model import Model
from sagemaker.model_monitor import DataCaptureConfig

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    enable_network_isolation=True,
)
model.deploy(
    1,
    "ml.m5.large",
    kms_key="alias/ml-volume",
    async_inference_config=AsyncInferenceConfig(output_path="s3://ml-data/a", kms_key_id="alias/ml-output"),
    data_capture_config=DataCaptureConfig(enable_capture=True, kms_key_id="alias/ml-output"),
)
