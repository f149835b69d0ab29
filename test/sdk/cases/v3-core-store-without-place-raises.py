# sdk: v3
from sagemaker.core.resources import FeatureGroup
from sagemaker.core.shapes import FeatureDefinition, OfflineStoreConfig, S3StorageConfig

features = [FeatureDefinition(feature_name=name, feature_type="String") for name in ("id", "time")]
# None of an offline store, as version 2 was told it
FeatureGroup.create(
    feature_group_name="customers",
    record_identifier_feature_name="id",
    event_time_feature_name="time",
    feature_definitions=features,
    offline_store_config=OfflineStoreConfig(s3_storage_config=S3StorageConfig(s3_uri=False)),
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
