from sagemaker_core.resources import EndpointConfig
from sagemaker_core.shapes import ProductionVariant, ProductionVariantServerlessConfig

serverless = ProductionVariantServerlessConfig(memory_size_in_mb=2048, max_concurrency=5)
EndpointConfig.create(
    endpoint_config_name="serverless",
    kms_key_id="alias/ml-volume",
    production_variants=[ProductionVariant(variant_name="AllTraffic", model_name="m", serverless_config=serverless)],
)
