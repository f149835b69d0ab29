import boto3
sm = boto3.client("sagemaker")
extra = {"ModelName": "b", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.create_model(
    ModelName="a",
    PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    **extra,
    VpcConfig={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
