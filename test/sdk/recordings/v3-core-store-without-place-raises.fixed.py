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
    offline_store_config=OfflineStoreConfig(s3_storage_config=S3StorageConfig(
        s3_uri=False,
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    )),
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
