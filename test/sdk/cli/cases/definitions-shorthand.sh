#!/bin/bash
ROLE=arn:aws:iam::111122223333:role/SageMakerExecutionRole
image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1
aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t \
  --hyper-parameter-tuning-job-config 'Strategy=Bayesian,ResourceLimits={MaxNumberOfTrainingJobs=2,MaxParallelTrainingJobs=1}' \
  --training-job-definitions \
    "DefinitionName=a,RoleArn=$ROLE,AlgorithmSpecification={TrainingImage=$image,TrainingInputMode=File},OutputDataConfig={S3OutputPath=s3://ml-data/out},ResourceConfig={InstanceType=ml.m5.large,InstanceCount=1,VolumeSizeInGB=30},StoppingCondition={MaxRuntimeInSeconds=60}" \
    "DefinitionName=b,RoleArn=$ROLE,AlgorithmSpecification={TrainingImage=$image,TrainingInputMode=File},OutputDataConfig={S3OutputPath=s3://ml-data/out},ResourceConfig={InstanceType=ml.m5.large,InstanceCount=1,VolumeSizeInGB=30},StoppingCondition={MaxRuntimeInSeconds=60},VpcConfig={Subnets=[subnet-0a10000000000001a,subnet-0a1000000000000ff],SecurityGroupIds=[sg-0a1000000000000aa]}"
