#!/bin/bash
cat > job.json <<JSON
{
  "TrainingJobName": "churn-1",
  "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"},
  "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
  "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30},
  "StoppingCondition": {"MaxRuntimeInSeconds": 3600}
}
JSON
aws sagemaker create-training-job --cli-input-json file://job.json
