import json
f = open("job.json", "w")
json.dump({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f)
f.close()
# %%
!aws sagemaker create-model --cli-input-json file://job.json
