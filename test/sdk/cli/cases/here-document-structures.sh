#!/bin/sh
cat > job.json <<'EOF'
{
    "TrainingJobName": "churn-1",
    "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "AlgorithmSpecification": {
        "TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "TrainingInputMode": "File"
    },
    "OutputDataConfig": {
        "S3OutputPath": "s3://ml-data/out"
    },
    "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30},
    "VpcConfig": {
        "Subnets": [
            "subnet-0a10000000000001a"
        ],
        "SecurityGroupIds": []
    },
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600}
}
EOF
aws sagemaker create-training-job --cli-input-json file://./job.json
