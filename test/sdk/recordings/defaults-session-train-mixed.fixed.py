# user defaults: all.yaml
import sagemaker

session = sagemaker.Session()
session.train(
    input_mode="File",
    input_config=None,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="by-session",
    output_config={"S3OutputPath": "s3://ml-data/out"},
    resource_config={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    vpc_config={
        "Subnets": ["subnet-0b20000000000001a"], "SecurityGroupIds": ["sg-0b2000000000000bb"]
    },
    stop_condition={"MaxRuntimeInSeconds": 3600},
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
)
