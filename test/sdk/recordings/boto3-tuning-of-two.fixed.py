import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")


def definition(name, **net):
    d = {
        "DefinitionName": name,
        "AlgorithmSpecification": {
            "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
            "TrainingInputMode": "File",
        },
        "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        "OutputDataConfig": {"S3OutputPath": "s3://o/", "KmsKeyId": "alias/ml-output"},
        "ResourceConfig": {
            "InstanceType": "ml.m5.xlarge",
            "InstanceCount": 1,
            "VolumeSizeInGB": 10,
            "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": 60},
        "TuningObjective": {"Type": "Minimize", "MetricName": "l"},
        "HyperParameterRanges": {
            "ContinuousParameterRanges": [{"Name": "lr", "MinValue": "0.1", "MaxValue": "1"}]
        },
    }
    if net:
        d["VpcConfig"] = net
    return d


sm.create_hyper_parameter_tuning_job(
    HyperParameterTuningJobName="t",
    HyperParameterTuningJobConfig={
        "Strategy": "Bayesian",
        "ResourceLimits": {"MaxNumberOfTrainingJobs": 2, "MaxParallelTrainingJobs": 1},
    },
    TrainingJobDefinitions=[
        definition("a", Subnets=["subnet-0a10000000000001a"], SecurityGroupIds=["sg-0a1000000000000aa"]),
        definition("b"),
    ],
)
