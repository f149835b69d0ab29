import json
with open("job.json", "w") as f:
    f.write('{"ModelName": "m", ')
    f.write('"ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}')
!aws sagemaker create-model --cli-input-json file://job.json --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa
