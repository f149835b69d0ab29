# dynamic: CreateModel.VpcConfig.Subnets, CreateModel.VpcConfig.SecurityGroupIds, CreateModel.EnableNetworkIsolation
from sagemaker.model import Model
from sagemaker.async_inference import AsyncInferenceConfig
from sagemaker.serverless import ServerlessInferenceConfig
from sagemaker.model_monitor import DataCaptureConfig


def make(name, **kw):
    return Model(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
        model_data="s3://ml-artifacts/model.tar.gz",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        name=name,
        **kw,
    )


make(
    "a", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
).deploy(
    1,
    "ml.m5.large",
    endpoint_name="a",
    kms_key="alias/ml-volume",
    data_capture_config=DataCaptureConfig(
        True, kms_key_id="alias/ml-output", destination_s3_uri="s3://ml-cap/"
    ),
)
make("b").deploy(
    endpoint_name="b",
    serverless_inference_config=ServerlessInferenceConfig(2048, 5),
    kms_key="alias/ml-volume",
)
m = make("c", enable_network_isolation=True)
m.vpc_config = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
m.deploy(
    2,
    "ml.g5.xlarge",
    endpoint_name="c",
    async_inference_config=AsyncInferenceConfig(
        output_path="s3://ml-out/async", kms_key_id="alias/ml-output"
    ),
)
