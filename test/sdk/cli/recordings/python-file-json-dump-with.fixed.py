import json
request = {
    "ModelName": "m",
    "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "PrimaryContainer": {"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    "VpcConfig": {
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
}
with open("job.json", "w") as f:
    json.dump(request, f)
# %%
!aws sagemaker create-model --cli-input-json file://job.json
