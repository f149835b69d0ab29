import json
for name in ["a", "b"]:
    with open(f"{name}.json", "w") as f:
        json.dump({
            "ModelName": name,
            "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            "VpcConfig": {
                "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
                "SecurityGroupIds": ["sg-0a1000000000000aa"],
            },
        }, f)
!aws sagemaker create-model --cli-input-json file://b.json
!aws sagemaker create-model --cli-input-json file://a.json
