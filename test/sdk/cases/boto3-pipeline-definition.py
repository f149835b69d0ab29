import json

import boto3

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
network = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
definition = {
    "Version": "2020-12-01",
    "Parameters": [{"Name": "Type", "Type": "String", "DefaultValue": "ml.m5.xlarge"}],
    "Steps": [
        {
            "Name": "prepare",
            "Type": "Processing",
            "Arguments": {
                "RoleArn": role,
                "AppSpecification": {"ImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1"},
                "ProcessingResources": {
                    "ClusterConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30}
                },
            },
        },
        {
            "Name": "fit",
            "Type": "Training",
            "Arguments": {
                "RoleArn": role,
                "AlgorithmSpecification": {
                    "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
                    "TrainingInputMode": "File",
                },
                "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"},
                "ResourceConfig": {
                    "InstanceType": "ml.m5.xlarge",
                    "InstanceCount": 1,
                    "VolumeSizeInGB": 30,
                    "VolumeKmsKeyId": "alias/ml-volume",
                },
                "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
            },
        },
    ],
}
definition["Steps"][1]["Arguments"]["VpcConfig"] = network
boto3.client("sagemaker").create_pipeline(
    PipelineName="by-hand", PipelineDefinition=json.dumps(definition, indent=2), RoleArn=role
)
definition["Steps"].clear()
