import boto3

boto3.client("sagemaker").create_model(
    ModelName="churn",
    ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
)
