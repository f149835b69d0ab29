echo '{"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}' > job.json
aws sagemaker create-model --cli-input-json file://job.json
NAME=n
echo "{\"ModelName\": \"$NAME\"}" > job.json
aws sagemaker create-model --cli-input-json file://job.json --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
