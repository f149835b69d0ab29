import boto3

boto3.client("sagemaker").create_model("churn", "arn:aws:iam::111122223333:role/SageMakerExecutionRole")
