import json
request = {
    "ModelName": "m",
    "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "EnableNetworkIsolation": True,
    "Tags": None,
    "VpcConfig": {
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
}
del request["Tags"]
open("job.json", "w").write(json.dumps(request))
!aws sagemaker create-model --cli-input-json file://job.json
