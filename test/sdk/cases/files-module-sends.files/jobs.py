import boto3

client = boto3.client("sagemaker")


def train(key):
    client.create_training_job(
        TrainingJobName="of-a-module",
        AlgorithmSpecification={"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"},
        RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        OutputDataConfig={"S3OutputPath": "s3://ml-data/out"},
        ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": key},
        StoppingCondition={"MaxRuntimeInSeconds": 3600},
    )
