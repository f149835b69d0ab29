import json
with open("job.json", "w") as f:
    json.dump({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f, indent=1)
# %%
%%bash
aws sagemaker create-model --cli-input-json "$(cat job.json)"
cp job.json other.json
aws sagemaker create-model --cli-input-json file://other.json
