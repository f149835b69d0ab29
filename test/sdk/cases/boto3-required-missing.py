import boto3

boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn-1",
    AlgorithmSpecification={
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
)
