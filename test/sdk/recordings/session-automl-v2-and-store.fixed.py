import sagemaker

session = sagemaker.Session()
session.create_auto_ml_v2(
    [
        {
            "ChannelType": "training",
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/train"}},
        }
    ],
    "by-session",
    {"TabularJobConfig": {"TargetAttributeName": "y"}},
    {
        "S3OutputPath": "s3://ml-data/out",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    security_config={
        "VolumeKmsKeyId": "alias/ml-volume",
        "VpcConfig": {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    },
)
session.create_feature_group(
    "features",
    "id",
    "time",
    [{"FeatureName": "id", "FeatureType": "String"}],
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    online_store_config={"EnableOnlineStore": True, "SecurityConfig": {"KmsKeyId": "alias/ml-volume"}},
    offline_store_config={"S3StorageConfig": {
        "S3Uri": "s3://ml-data/store",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    }},
)
