import boto3

client = boto3.client("sagemaker")
client.create_training_job(
    TrainingJobName="churn-1",
    AlgorithmSpecification={"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"},
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    OutputDataConfig={"S3OutputPath": "s3://ml-data/out", "KmsKeyId": "alias/ml-output"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "alias/ml-volume"},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
    VpcConfig={"VpcId": "vpc-0a10000000000000a"},
)
