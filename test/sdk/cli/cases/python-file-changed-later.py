import json
request = {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
text = json.dumps(request)
request["ModelName"] = "other"
with open("job.json", "w") as f:
    f.write(text)
!aws sagemaker create-model --cli-input-json file://job.json
