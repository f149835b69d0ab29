import json, os
home = os.getcwd()
os.makedirs("sub", exist_ok=True)
os.chdir("sub")
with open("r.json", "w") as f:
    json.dump({
        "ModelName": "in",
        "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            "SecurityGroupIds": ["sg-0a1000000000000aa"],
        },
    }, f)
os.chdir(home)
with open("r.json", "w") as f:
    json.dump({
        "ModelName": "out",
        "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            "SecurityGroupIds": ["sg-0a1000000000000aa"],
        },
    }, f)
!aws sagemaker create-model --cli-input-json file://r.json
!aws sagemaker create-model --cli-input-json file://sub/r.json
