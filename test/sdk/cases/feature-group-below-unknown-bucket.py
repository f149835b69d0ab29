# known: OfflineStoreConfig.S3StorageConfig.KmsKeyId
# Where the store is, only the run knows; that there is one is known.
import os
import sagemaker
from sagemaker.feature_store.feature_definition import FeatureDefinition, FeatureTypeEnum
from sagemaker.feature_store.feature_group import FeatureGroup

bucket = os.environ.get("BUCKET", "ml-data")
group = FeatureGroup(
    name="churn",
    sagemaker_session=sagemaker.Session(),
    feature_definitions=[FeatureDefinition("id", FeatureTypeEnum.STRING), FeatureDefinition("at", FeatureTypeEnum.STRING)],
)
group.create(
    s3_uri=f"s3://{bucket}/features",
    record_identifier_name="id",
    event_time_feature_name="at",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    offline_store_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
