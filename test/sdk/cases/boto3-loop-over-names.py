import boto3

client = boto3.client("sagemaker")
for name in ["a", "b"]:
    client.create_model(
        ModelName=name,
        ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
        VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
        EnableNetworkIsolation=True,
    )
