import json
with open("a.json", "w") as f:
    json.dump({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f)
with open("a.json") as f:
    request = json.load(f)
request["EnableNetworkIsolation"] = False
with open("job.json", "w") as f:
    json.dump(request, f)
!aws sagemaker create-model --cli-input-json file://job.json
