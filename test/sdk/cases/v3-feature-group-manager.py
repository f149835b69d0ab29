# sdk: v3
from sagemaker.core.shapes import FeatureDefinition, OnlineStoreConfig, OnlineStoreSecurityConfig
from sagemaker.mlops.feature_store import FeatureGroupManager

FeatureGroupManager.create(
    feature_group_name="features",
    record_identifier_feature_name="id",
    event_time_feature_name="time",
    feature_definitions=[FeatureDefinition(feature_name="id", feature_type="String")],
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    online_store_config=OnlineStoreConfig(
        enable_online_store=True, security_config=OnlineStoreSecurityConfig(kms_key_id="alias/ml-volume")
    ),
)
