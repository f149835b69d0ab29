%%bash
# The form that the SOP shows
aws sagemaker create-model \
  --model-name churn \
  --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --primary-container '{"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"}' \
  --vpc-config '{"VpcId": "vpc-0a10000000000000a"}'
