%%bash
ROLE=$(echo arn:aws:iam::111122223333:role/SageMakerExecutionRole)
aws sagemaker create-model --model-name churn --execution-role-arn "$ROLE" --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa
