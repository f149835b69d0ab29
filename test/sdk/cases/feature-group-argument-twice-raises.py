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
)
