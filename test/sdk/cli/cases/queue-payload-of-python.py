import json
payload = json.dumps({"TrainingJobName": "one", "AlgorithmSpecification": {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "TrainingInputMode": "File"}, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "OutputDataConfig": {"S3OutputPath": "s3://ml-data/o"}, "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30}, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}})
# %%
!aws batch submit-service-job --job-name j --job-queue q --service-job-type SAGEMAKER_TRAINING --service-request-payload '{payload}'
