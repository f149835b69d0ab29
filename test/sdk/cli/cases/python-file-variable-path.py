import json
path = "job.json"
request = {"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
# %%
with open(path, "w") as f:
    json.dump(request, f)
# %%
!aws sagemaker create-model --cli-input-json file://{path}
!aws sagemaker create-model --cli-input-json file://job.json
