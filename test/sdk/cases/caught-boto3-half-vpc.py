import boto3
from botocore.exceptions import ParamValidationError, ClientError

sm = boto3.client("sagemaker")
params = dict(
    ModelName="m",
    ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"},
)
try:
    sm.create_model(VpcConfig={"Subnets": ["subnet-0a10000000000001a"]}, **params)
except (ParamValidationError, ClientError) as problem:
    print(problem)
sm.create_model(
    VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    **params,
)
