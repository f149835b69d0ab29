bash -c 'aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole'
ROLE=x
bash -c "aws sagemaker create-model --model-name n --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --region us-west-2"
