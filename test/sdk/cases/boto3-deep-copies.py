import copy

import boto3

client = boto3.client("sagemaker")
base = {
    "ModelName": "first",
    "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "PrimaryContainer": {"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    "VpcConfig": {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
}
second = copy.deepcopy(base)
second["ModelName"] = "second"
second["VpcConfig"]["Subnets"].append("subnet-0a10000000000002b")
client.create_model(**base)
client.create_model(**second)
