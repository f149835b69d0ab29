import boto3

boto3.client("sagemaker").create_auto_ml_job_v2(
    AutoMLJobName="automl-1",
    AutoMLJobInputDataConfig=[
        {"ChannelType": "training", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}},
    ],
    OutputDataConfig={
        "S3OutputPath": "s3://ml-data/out",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    AutoMLProblemTypeConfig={"TabularJobConfig": {"TargetAttributeName": "y"}, "ImageClassificationJobConfig": {}},
    SecurityConfig={
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            "SecurityGroupIds": ["sg-0a1000000000000aa"],
        },
    },
)
