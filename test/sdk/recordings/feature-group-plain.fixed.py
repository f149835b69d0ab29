from sagemaker.feature_store.feature_definition import FractionalFeatureDefinition, StringFeatureDefinition
from sagemaker.feature_store.feature_group import FeatureGroup
from sagemaker.session import Session

features = [StringFeatureDefinition("id"), FractionalFeatureDefinition("time")]
plain = FeatureGroup(name="plain", sagemaker_session=Session(), feature_definitions=features)
plain.create(
    "s3://ml-data/f",
    "id",
    "time",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    offline_store_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
