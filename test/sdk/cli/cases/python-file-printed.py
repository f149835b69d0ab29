import json
with open("job.json", "w") as f:
    print(json.dumps({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}), file=f)
!aws sagemaker create-model --cli-input-json file://job.json
