from sagemaker.feature_store.feature_definition import FractionalFeatureDefinition, StringFeatureDefinition
from sagemaker.feature_store.feature_group import FeatureGroup
from sagemaker.session import Session

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
features = [StringFeatureDefinition("id"), FractionalFeatureDefinition("time")]

# %%
both = FeatureGroup(name="both", sagemaker_session=Session(), feature_definitions=features)
both.create(
    s3_uri="s3://ml-data/f",
    record_identifier_name="id",
    event_time_feature_name="time",
    role_arn=role,
    enable_online_store=True,
    online_store_kms_key_id="alias/ml-volume",
    offline_store_kms_key_id="alias/ml-output",
)

# %%
online = FeatureGroup(name="online", sagemaker_session=Session(), feature_definitions=features)
online.create(False, "id", "time", role, enable_online_store=True, offline_store_kms_key_id="alias/ml-output")
