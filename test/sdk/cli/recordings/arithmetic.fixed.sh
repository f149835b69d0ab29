#!/bin/bash
N=2
COUNT=$((N * 2 + 1))
(( SIZE = COUNT * 10 ))
let HOURS=2
aws sagemaker create-training-job --training-job-name t$COUNT --algorithm-specification TrainingImage=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1,TrainingInputMode=File --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --output-data-config S3OutputPath=s3://b/o,KmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002 --resource-config InstanceType=ml.m5.large,InstanceCount=$COUNT,VolumeSizeInGB=$SIZE,VolumeKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001 --stopping-condition MaxRuntimeInSeconds=$((HOURS * 3600)) --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa --enable-inter-container-traffic-encryption
