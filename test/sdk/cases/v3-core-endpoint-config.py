# sdk: v3
from sagemaker.core.resources import EndpointConfig
from sagemaker.core.shapes import ProductionVariant, DataCaptureConfig, CaptureOption, VpcConfig, AsyncInferenceConfig, AsyncInferenceOutputConfig

EndpointConfig.create(
    endpoint_config_name="ec", production_variants=[ProductionVariant(variant_name="v", model_name="m", instance_type="ml.m5.large", initial_instance_count=1)], kms_key_id="alias/ml-volume",
    data_capture_config=DataCaptureConfig(initial_sampling_percentage=100, destination_s3_uri="s3://ml-data/c", kms_key_id="alias/ml-output", capture_options=[CaptureOption(capture_mode="Input")]),
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]), enable_network_isolation=True,
)
