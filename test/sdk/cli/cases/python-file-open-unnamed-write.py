import json
request = {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "EnableNetworkIsolation": True, "Tags": None}
del request["Tags"]
open("job.json", "w").write(json.dumps(request))
!aws sagemaker create-model --cli-input-json file://job.json
