%%bash
SUBNET=subnet-0a10000000000001a
( SUBNET=subnet-0b20000000000001a; echo "$SUBNET" )
export GROUP=sg-0a1000000000000aa
for NAME in churn; do
  aws sagemaker create-model --model-name "$NAME" --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 --vpc-config Subnets="$SUBNET",SecurityGroupIds=${GROUP}
done
