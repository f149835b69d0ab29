import sagemaker

session = sagemaker.Session()
session.train(
    input_mode="File",
    input_config=None,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="by-session",
    output_config={
        "S3OutputPath": "s3://ml-data/out",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    resource_config={
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 1,
        "VolumeSizeInGB": 30,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    stop_condition={"MaxRuntimeInSeconds": 3600},
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    encrypt_inter_container_traffic=False,
)
