# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags, ExperimentConfig
import sagemaker

session = sagemaker.Session()
session.train(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    input_mode="File",
    input_config=[
        {
            "ChannelName": "train",
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/train"}},
        }
    ],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="session-train",
    output_config={
        "S3OutputPath": "s3://ml-artifacts/",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    resource_config={
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 1,
        "VolumeSizeInGB": 30,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    hyperparameters={},
    stop_condition={"MaxRuntimeInSeconds": 3600},
    tags=[{"Key": "team", "Value": "fraud"}],
    experiment_config={"ExperimentName": "fraud"},
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
