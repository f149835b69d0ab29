# sdk: v3
from sagemaker.core.resources import InferenceExperiment
from sagemaker.core.shapes import (
    InferenceExperimentDataStorageConfig,
    ModelInfrastructureConfig,
    ModelVariantConfig,
    RealTimeInferenceConfig,
    ShadowModeConfig,
    ShadowModelVariantConfig,
)

servers = ModelInfrastructureConfig(
    infrastructure_type="RealTimeInference",
    real_time_inference_config=RealTimeInferenceConfig(instance_type="ml.m5.large", instance_count=1),
)
variants = [ModelVariantConfig(model_name=name, variant_name=name, infrastructure_config=servers) for name in ("old", "new")]

# %%
InferenceExperiment.create(
    name="shadow",
    type="ShadowMode",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    endpoint_name="churn",
    model_variants=variants,
    shadow_mode_config=ShadowModeConfig(
        source_model_variant_name="old", shadow_model_variants=[ShadowModelVariantConfig(shadow_model_variant_name="new", sampling_percentage=10)]
    ),
    data_storage_config=InferenceExperimentDataStorageConfig(destination="s3://ml-artifacts/shadow", kms_key="alias/ml-output"),
    kms_key="alias/ml-volume",
)
