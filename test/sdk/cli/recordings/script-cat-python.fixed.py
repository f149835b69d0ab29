import json
with open("job.json", "w") as f:
    json.dump({
        "ModelName": "m",
        "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            "SecurityGroupIds": ["sg-0a1000000000000aa"],
        },
    }, f, indent=1)
# %%
%%bash
aws sagemaker create-model --cli-input-json "$(cat job.json)"
cp job.json other.json
aws sagemaker create-model --cli-input-json file://other.json
