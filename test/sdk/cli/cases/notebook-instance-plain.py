!aws sagemaker create-notebook-instance --notebook-instance-name n --instance-type ml.t3.medium --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
