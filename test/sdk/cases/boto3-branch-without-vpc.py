# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
import datetime

import boto3

sm = boto3.client("sagemaker")
request = {
    "TrainingJobName": "churn-1",
    "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
    "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
}
if datetime.date.today().year < 2000:
    request["VpcConfig"] = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
sm.create_training_job(**request)
