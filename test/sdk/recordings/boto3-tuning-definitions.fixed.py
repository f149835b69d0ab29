import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
request = {
    "HyperParameterTuningJobName": "t",
    "HyperParameterTuningJobConfig": {
        "Strategy": "Bayesian",
        "ResourceLimits": {"MaxNumberOfTrainingJobs": 2, "MaxParallelTrainingJobs": 1},
    },
    "TrainingJobDefinitions": [
        {
            "DefinitionName": "a",
            "AlgorithmSpecification": {"TrainingImage": image, "TrainingInputMode": "File"},
            "RoleArn": role,
            "OutputDataConfig": {
                "S3OutputPath": "s3://ml-data/o",
                "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
            },
            "HyperParameterTuningResourceConfig": {
                "InstanceType": "ml.m5.xlarge",
                "InstanceCount": 1,
                "VolumeSizeInGB": 10,
                "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": 60},
            "VpcConfig": {
                "Subnets": ["subnet-0a10000000000001a"],
                "SecurityGroupIds": ["sg-0a1000000000000aa"],
            },
        },
        {
            "DefinitionName": "b",
            "AlgorithmSpecification": {"TrainingImage": image, "TrainingInputMode": "File"},
            "RoleArn": role,
            "OutputDataConfig": {"S3OutputPath": "s3://ml-data/o", "KmsKeyId": "alias/ml-output"},
            "ResourceConfig": {
                "InstanceType": "ml.m5.xlarge",
                "InstanceCount": 1,
                "VolumeSizeInGB": 10,
                "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": 60},
            "EnableNetworkIsolation": True,
            "VpcConfig": {
                "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
                "SecurityGroupIds": ["sg-0a1000000000000aa"],
            },
        },
    ],
}
request["TrainingJobDefinitions"][1]["EnableInterContainerTrafficEncryption"] = True
sm.create_hyper_parameter_tuning_job(**request)
