import boto3

session = boto3.Session(region_name="us-west-2")
batch = session.client("batch")
batch.submit_service_job(
    jobName="queued",
    jobQueue="ml-queue",
    serviceJobType="SAGEMAKER_TRAINING",
    serviceRequestPayload="""{
        "TrainingJobName": "queued",
        "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-west-2.amazonaws.com/train:1", "TrainingInputMode": "File"},
        "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        "OutputDataConfig": {"S3OutputPath": "s3://ml-data/o"},
        "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600}
    }""",
)
