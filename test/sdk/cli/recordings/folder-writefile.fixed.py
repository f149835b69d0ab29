import os
os.makedirs("sub", exist_ok=True)
os.chdir("sub")
# %%
%%writefile r.json
{"ModelName": "in", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}
# %%
!aws sagemaker create-model --cli-input-json file://r.json
