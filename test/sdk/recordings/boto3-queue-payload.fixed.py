import json

import boto3

batch = boto3.client("batch", region_name="us-east-1")
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
payload = {
    "TrainingJobName": "queued",
    "AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    "RoleArn": role,
    "OutputDataConfig": {
        "S3OutputPath": "s3://ml-data/o",
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    "ResourceConfig": {
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 2,
        "VolumeSizeInGB": 30,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
    "VpcConfig": {
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    "EnableInterContainerTrafficEncryption": True,
}
payload["EnableNetworkIsolation"] = False
response = batch.submit_service_job(
    jobName="queued",
    jobQueue="ml-queue",
    serviceJobType="SAGEMAKER_TRAINING",
    serviceRequestPayload=json.dumps(payload),
    retryStrategy={"attempts": 1},
)
batch.submit_service_job(
    jobName="other",
    jobQueue="ml-queue",
    serviceJobType="SAGEMAKER_TRAINING",
    serviceRequestPayload=json.dumps(
        {
            **payload,
            "TrainingJobName": "other",
            "VpcConfig": {
                "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
                "SecurityGroupIds": ["sg-0a1000000000000aa"],
            },
        },
        indent=2,
    ),
)
