# sdk: v3
from sagemaker.core import resources, shapes

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
resources.EndpointConfig.create(
    endpoint_config_name="c",
    production_variants=[shapes.ProductionVariant(variant_name="v", model_name="m", instance_type="ml.m5.large", initial_instance_count=1, core_dump_config=shapes.ProductionVariantCoreDumpConfig(destination_s3_uri="s3://ml-data/d", kms_key_id="alias/ml-output"))],
    kms_key_id="alias/ml-volume",
)
resources.Endpoint.create(endpoint_name="e", endpoint_config_name="c")
