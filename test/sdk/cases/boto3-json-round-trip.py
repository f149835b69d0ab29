import json

import boto3

client = boto3.client("sagemaker")
names = ("Subnets", "SecurityGroupIds")
network = dict(zip(names, (["subnet-0a10000000000001a"], ["sg-0a1000000000000aa"])))
first = {
    "TrainingJobName": "first",
    "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    "OutputDataConfig": {"S3OutputPath": "s3://ml-artifacts/"},
    "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
    "VpcConfig": network,
}
client.create_training_job(**first)

# %%
second = json.loads(json.dumps(first, indent=2))
second["TrainingJobName"] = "second"
second["VpcConfig"]["Subnets"].append("subnet-0a10000000000002b")
second["OutputDataConfig"].setdefault("KmsKeyId", "alias/ml-output")
client.create_training_job(**second)

# %%
client.create_training_job(**dict(first, TrainingJobName="third"))
