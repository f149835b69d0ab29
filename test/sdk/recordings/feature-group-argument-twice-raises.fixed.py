import sagemaker
from sagemaker.feature_store.feature_definition import FeatureDefinition, FeatureTypeEnum
from sagemaker.feature_store.feature_group import FeatureGroup

group = FeatureGroup(
    "customers",
    sagemaker.Session(),
    feature_definitions=[
        FeatureDefinition("id", FeatureTypeEnum.INTEGRAL),
        FeatureDefinition("time", FeatureTypeEnum.STRING),
    ],
)

# %%
group.create(
    "s3://ml-data/features",
    "id",
    "time",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    True,
    online_store_kms_key_id="alias/ml-volume",
    offline_store_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
