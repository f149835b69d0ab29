ARGS="--model-name m"
ARGS+=" --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole"
aws sagemaker create-model $ARGS
