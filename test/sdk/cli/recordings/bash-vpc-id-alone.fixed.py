%%bash
# The form that the SOP shows
aws sagemaker create-model \
  --model-name churn \
  --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --primary-container '{"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"}' \
  --vpc-config '{"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}'
