#!/bin/bash
aws batch submit-service-job --job-name j --job-queue q --service-job-type SAGEMAKER_TRAINING \
  --retry-strategy attempts=1 --tags team=ml \
  --service-request-payload '{"TrainingJobName": "one", "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"}, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "OutputDataConfig": {"S3OutputPath": "s3://ml-data/o", "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"}, "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}, "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}'
cat > payload.json <<'END'
{"TrainingJobName": "two", "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"}, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "OutputDataConfig": {"S3OutputPath": "s3://ml-data/o", "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"}, "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
 "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}
END
aws --region us-east-1 batch submit-service-job --job-name j --job-queue q --service-job-type SAGEMAKER_TRAINING --service-request-payload file://payload.json
aws batch list-service-jobs --job-queue q
