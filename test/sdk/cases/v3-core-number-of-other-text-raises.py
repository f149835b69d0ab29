# sdk: v3
from sagemaker.core.resources import TrainingJob

TrainingJob.create(
    training_job_name="churn",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification={
        "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "training_input_mode": "File",
    },
    output_data_config={"s3_output_path": "s3://ml-artifacts/churn"},
    resource_config={"instance_type": "ml.m5.large", "instance_count": "one", "volume_size_in_gb": 30},
    stopping_condition={"max_runtime_in_seconds": 600},
)
