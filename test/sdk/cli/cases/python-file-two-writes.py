import json
with open("job.json", "w") as f:
    f.write('{"ModelName": "m", ')
    f.write('"ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}')
!aws sagemaker create-model --cli-input-json file://job.json
