import boto3

boto3.client("sagemaker").create_transform_job(
    TransformJobName="transform-1",
    ModelName="churn",
    TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}},
    TransformOutput={
        "S3OutputPath": "s3://ml-data/out",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    TransformResources={
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 1,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
)
