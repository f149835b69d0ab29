%%bash
aws sagemaker create-model --cli-input-json '{"ModelName": "churn", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}'
