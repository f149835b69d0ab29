#!/bin/bash
N=2
COUNT=$((N * 2 + 1))
(( SIZE = COUNT * 10 ))
let HOURS=2
aws sagemaker create-training-job --training-job-name t$COUNT --algorithm-specification TrainingImage=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1,TrainingInputMode=File --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --output-data-config S3OutputPath=s3://b/o --resource-config InstanceType=ml.m5.large,InstanceCount=$COUNT,VolumeSizeInGB=$SIZE --stopping-condition MaxRuntimeInSeconds=$((HOURS * 3600))
