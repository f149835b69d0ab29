import boto3

client = boto3.client("sagemaker")
request = dict(
    TrainingJobName="j",
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    AlgorithmSpecification={
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File",
    },
    OutputDataConfig={"S3OutputPath": "s3://o/"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 10},
    StoppingCondition={"MaxRuntimeInSeconds": 60},
)
vpc = request.setdefault("VpcConfig", {"Subnets": []})
vpc["Subnets"] += ["subnet-0a10000000000001a"]
for k in list(vpc):
    print(k)
vpc |= {"SecurityGroupIds": ["sg-0a1000000000000aa"]}
request["ResourceConfig"] = {**request["ResourceConfig"], "VolumeKmsKeyId": "alias/ml-volume"}
client.create_training_job(**{k: v for k, v in request.items() if v})
