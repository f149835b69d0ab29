# sdk: v3
from sagemaker.core.resources import EndpointConfig

EndpointConfig.create(
    endpoint_config_name="serverless",
    kms_key_id="alias/ml-volume",
    production_variants=[
        {"variant_name": "AllTraffic", "model_name": "m", "serverless_config": {"memory_size_in_mb": 2048, "max_concurrency": 5}}
    ],
)
