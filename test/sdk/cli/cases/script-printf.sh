NAME=m
printf '{"ModelName": "%s", "ExecutionRoleArn": "%s"}\n' "$NAME" arn:aws:iam::111122223333:role/SageMakerExecutionRole > job.json
aws sagemaker create-model --cli-input-json file://job.json
printf 'Subnets=%s' subnet-0a10000000000001a > vpc.txt
aws sagemaker create-model --model-name n --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config "$(cat vpc.txt),SecurityGroupIds=sg-0a1000000000000aa"
