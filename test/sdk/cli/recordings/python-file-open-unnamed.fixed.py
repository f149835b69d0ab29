import json
request = dict(
    ModelName="m",
    ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    VpcConfig={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
json.dump(request, open("./job.json", "w"), indent=4)
# %%
!aws sagemaker create-model --cli-input-json file://job.json
