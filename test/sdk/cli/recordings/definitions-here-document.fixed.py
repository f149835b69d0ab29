%%bash
cat > tune.json <<'END'
[{"DefinitionName": "a",
  "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"},
  "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out", "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"},
  "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"},
  "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
  "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}]
END
aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t \
  --hyper-parameter-tuning-job-config 'Strategy=Bayesian,ResourceLimits={MaxNumberOfTrainingJobs=2,MaxParallelTrainingJobs=1}' \
  --training-job-definitions file://tune.json
# %%
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = "Strategy=Bayesian,ResourceLimits={MaxNumberOfTrainingJobs=2,MaxParallelTrainingJobs=1}"
!aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t --hyper-parameter-tuning-job-config '{config}' --training-job-definitions '{{"DefinitionName": "a", "AlgorithmSpecification": {{"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"}}, "RoleArn": "{role}", "OutputDataConfig": {{"S3OutputPath": "s3://ml-data/out", "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"}}, "ResourceConfig": {{"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"}}, "StoppingCondition": {{"MaxRuntimeInSeconds": 3600}}, "VpcConfig": {{"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}}}'
