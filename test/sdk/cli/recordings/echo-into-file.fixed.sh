echo '{"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}' > job.json
aws sagemaker create-model --cli-input-json file://job.json
NAME=n
echo "{\"ModelName\": \"$NAME\"}" > job.json
aws sagemaker create-model --cli-input-json file://job.json --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
