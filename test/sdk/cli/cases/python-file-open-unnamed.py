import json
request = dict(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
json.dump(request, open("./job.json", "w"), indent=4)
# %%
!aws sagemaker create-model --cli-input-json file://job.json
