# sdk: v3
from sagemaker.core.resources import FeatureGroup
from sagemaker.core.shapes import FeatureDefinition, OfflineStoreConfig, S3StorageConfig, OnlineStoreConfig, OnlineStoreSecurityConfig

FeatureGroup.create(
    feature_group_name="fg", record_identifier_feature_name="id", event_time_feature_name="t", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    feature_definitions=[FeatureDefinition(feature_name="id", feature_type="String")],
    online_store_config=OnlineStoreConfig(security_config=OnlineStoreSecurityConfig(kms_key_id="alias/ml-volume"), enable_online_store=True),
    offline_store_config=OfflineStoreConfig(s3_storage_config=S3StorageConfig(s3_uri="s3://ml-data/fs", kms_key_id="alias/ml-output")),
)
