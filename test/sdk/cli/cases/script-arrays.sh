SUBNETS=(subnet-0a10000000000001a subnet-0a10000000000002b)
SUBNETS+=("subnet-0a10000000000001a")
OPTIONS=(--model-name m --execution-role-arn "arn:aws:iam::111122223333:role/SageMakerExecutionRole")
aws sagemaker create-model "${OPTIONS[@]}" --vpc-config "Subnets=${SUBNETS[0]},${SUBNETS[1]},SecurityGroupIds=sg-0a1000000000000aa" --tags Key=count,Value=${#SUBNETS[@]}
