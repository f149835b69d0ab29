from sagemaker.session import Session

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
vpc = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
data = {"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/x"}}}

# %%
session.process(
    inputs=[],
    output_config={"Outputs": [], "KmsKeyId": "alias/ml-output"},
    job_name="p",
    resources={
        "ClusterConfig": {
            "InstanceType": "ml.m5.large",
            "InstanceCount": 1,
            "VolumeSizeInGB": 30,
            "VolumeKmsKeyId": "alias/ml-volume",
        }
    },
    stopping_condition={"MaxRuntimeInSeconds": 60},
    app_specification={"ImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    network_config={"VpcConfig": vpc, "EnableNetworkIsolation": True},
    role_arn=role,
)

# %%
session.transform(
    "t",
    "m",
    None,
    1,
    1,
    data,
    {"S3OutputPath": "s3://ml-data/o", "KmsKeyId": "alias/ml-output"},
    {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeKmsKeyId": "alias/ml-volume"},
    None,
)

# %%
session.auto_ml(
    [{**data, "TargetAttributeName": "y"}],
    {"S3OutputPath": "s3://ml-data/o", "KmsKeyId": "alias/ml-output"},
    {"SecurityConfig": {"VpcConfig": vpc, "VolumeKmsKeyId": "alias/ml-volume"}},
    role,
    "j",
)
