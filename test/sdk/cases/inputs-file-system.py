# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags, ExperimentConfig
from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
data = FileSystemInput(file_system_id="fs-0123456789abcdef0", file_system_type="EFS", directory_path="/data", content_type="text/csv")
scratch = FileSystemInput("fs-0fedcba9876543210", "FSxLustre", "/mount/scratch", "rw")
estimator.fit({"train": data, "scratch": scratch})
