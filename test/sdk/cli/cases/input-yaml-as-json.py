import yaml
with open("job.json", "w") as f:
    yaml.dump({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f)
!aws sagemaker create-model --cli-input-json file://job.json
