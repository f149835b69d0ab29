# sdk: v3
from sagemaker.core.resources import EndpointConfig, Endpoint, Model
from sagemaker.core import shapes as S

EndpointConfig.create(
    endpoint_config_name="c",
    production_variants=[
        S.ProductionVariant(
            variant_name="v", model_name="m", instance_type="ml.m5.large", initial_instance_count=1
        )
    ],
    kms_key_id="alias/ml-volume",
    data_capture_config=S.DataCaptureConfig(
        enable_capture=True,
        initial_sampling_percentage=10,
        destination_s3_uri="s3://c/",
        kms_key_id="alias/ml-output",
        capture_options=[S.CaptureOption(capture_mode="Input")],
    ),
    async_inference_config=S.AsyncInferenceConfig(
        output_config=S.AsyncInferenceOutputConfig(s3_output_path="s3://o/", kms_key_id="alias/ml-output")
    ),
    vpc_config=S.VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    enable_network_isolation=True,
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
Endpoint.create(endpoint_name="e", endpoint_config_name="c")
