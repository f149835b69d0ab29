#!/bin/bash
# dynamic: EnableNetworkIsolation
args=(sagemaker create-training-job --training-job-name tj)
args+=(--algorithm-specification TrainingImage=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1,TrainingInputMode=File)
args+=(--role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --output-data-config S3OutputPath=s3://b/o,KmsKeyId=alias/k)
args+=(--resource-config InstanceType=ml.m5.large,InstanceCount=1,VolumeSizeInGB=10)
args+=(--stopping-condition MaxRuntimeInSeconds=3600)
if [[ -n "${SECURE:-}" ]]; then args+=(--enable-network-isolation); fi
aws "${args[@]}"
