import json
subnets = ("subnet-0a10000000000001a", "subnet-0a10000000000002b")
request = {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "VpcConfig": {"Subnets": subnets, "SecurityGroupIds": ["sg-0a1000000000000aa"]}}
with open("configs.json", "w", encoding="utf-8") as f:
    f.write(json.dumps(request, indent=2))
    f.write("\n")
# %%
%%bash
aws sagemaker create-model --cli-input-json file://configs.json
