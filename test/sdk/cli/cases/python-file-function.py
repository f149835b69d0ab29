import json
def save(value, path):
    with open(path, "w") as out:
        json.dump(value, out, indent=2)
    return path
# %%
path = save({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "VpcConfig": {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}, "job.json")
# %%
!aws sagemaker create-model --cli-input-json file://{path}
