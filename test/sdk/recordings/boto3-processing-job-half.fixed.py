import boto3

boto3.client("sagemaker").create_processing_job(
    ProcessingJobName="process-1",
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    AppSpecification={"ImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    ProcessingResources={"ClusterConfig": {
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 1,
        "VolumeSizeInGB": 30,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    }},
    NetworkConfig={"EnableNetworkIsolation": False, "VpcConfig": {
        "Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]
    }},
)
