%%bash
cat > tune.json <<'END'
[{"DefinitionName": "a",
  "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"},
  "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
  "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30},
  "StoppingCondition": {"MaxRuntimeInSeconds": 3600}}]
END
aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t \
  --hyper-parameter-tuning-job-config 'Strategy=Bayesian,ResourceLimits={MaxNumberOfTrainingJobs=2,MaxParallelTrainingJobs=1}' \
  --training-job-definitions file://tune.json
# %%
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = "Strategy=Bayesian,ResourceLimits={MaxNumberOfTrainingJobs=2,MaxParallelTrainingJobs=1}"
!aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t --hyper-parameter-tuning-job-config '{config}' --training-job-definitions '{{"DefinitionName": "a", "AlgorithmSpecification": {{"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"}}, "RoleArn": "{role}", "OutputDataConfig": {{"S3OutputPath": "s3://ml-data/out"}}, "ResourceConfig": {{"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30}}, "StoppingCondition": {{"MaxRuntimeInSeconds": 3600}}}}'
