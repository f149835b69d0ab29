import boto3

network = {"Subnets": [], "SecurityGroupIds": []}
for subnet in ("subnet-0a10000000000001a", "subnet-0b20000000000001a"):
    network["Subnets"].append(subnet)
network["SecurityGroupIds"] += ["sg-0a1000000000000aa"]

boto3.client("sagemaker").create_model(
    ModelName="scores",
    ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"},
    VpcConfig=network,
)
