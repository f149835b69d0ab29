%%bash
ROLE=arn:aws:iam::111122223333:role/SageMakerExecutionRole
SUBNETS="subnet-0a10000000000001a,subnet-0a10000000000002b"
GROUP='sg-0a1000000000000aa'
aws sagemaker create-model --model-name churn --execution-role-arn "$ROLE" \
  --vpc-config "Subnets=${SUBNETS},SecurityGroupIds=$GROUP"
