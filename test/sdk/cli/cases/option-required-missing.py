!aws sagemaker create-training-job --training-job-name churn-1 --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
