import os
os.makedirs("sub", exist_ok=True)
os.chdir("sub")
# %%
%%writefile r.json
{"ModelName": "in", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
# %%
!aws sagemaker create-model --cli-input-json file://r.json
