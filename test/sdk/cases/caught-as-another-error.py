import boto3
from botocore.exceptions import ClientError

sm = boto3.client("sagemaker")
try:
    sm.create_model(
        ModelName="m",
        ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"},
        VpcConfig={"Subnets": ["subnet-0a10000000000001a"]},
    )
except ClientError as problem:
    print(problem)
