#!/usr/bin/env bash
set -euo pipefail

export AWS_DEFAULT_REGION=us-east-1
ROLE_ARN="arn:aws:iam::111122223333:role/SageMakerExecutionRole"
NAME="churn-$(printf %s 1)"

aws sagemaker create-training-job --training-job-name "$NAME" \
    --role-arn "$ROLE_ARN" \
    --algorithm-specification TrainingImage=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1,TrainingInputMode=File \
    --output-data-config S3OutputPath=s3://ml-data/out,KmsKeyId=alias/ml-output \
    --resource-config InstanceType=ml.m5.xlarge,InstanceCount=1,VolumeSizeInGB=30,VolumeKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001 \
    --stopping-condition MaxRuntimeInSeconds=3600 \
    --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa

aws sagemaker wait training-job-completed-or-stopped --training-job-name "$NAME" || true
