# sdk: v3
from sagemaker.core.resources import EndpointConfig
from sagemaker.core.shapes import ProductionVariant, ProductionVariantServerlessConfig

serverless = ProductionVariantServerlessConfig(memory_size_in_mb=2048, max_concurrency=5)
EndpointConfig.create(
    endpoint_config_name="serverless",
    kms_key_id="alias/ml-volume",
    production_variants=[ProductionVariant(variant_name="AllTraffic", model_name="m", serverless_config=serverless)],
)
