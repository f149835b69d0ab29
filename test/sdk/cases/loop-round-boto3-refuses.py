# dynamic: VpcConfig.SecurityGroupIds
import boto3

client = boto3.client("sagemaker")
for name, network in [("a", {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}), ("b", {"Subnets": ["subnet-0a10000000000001a"]})]:
    client.create_model(ModelName=name, ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", VpcConfig=network)
