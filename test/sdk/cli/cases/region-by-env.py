%%bash
env AWS_DEFAULT_REGION=eu-west-1 aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
