# sdk: v3
from sagemaker.core.resources import TrainingJob
from sagemaker.core.shapes import VpcConfig

TrainingJob.create(
    training_job_name="churn",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification={
        "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "training_input_mode": "File",
    },
    output_data_config={
        "s3_output_path": "s3://ml-artifacts/churn",
        "kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    resource_config={
        "instance_type": "ml.m5.large",
        "instance_count": "one",
        "volume_size_in_gb": 30,
        "volume_kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    stopping_condition={"max_runtime_in_seconds": 600},
    vpc_config=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
