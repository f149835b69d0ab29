# sdk: v3
# known: InputDataConfig, Tags
from sagemaker.core.resources import TrainingJob
from sagemaker.core.shapes import AlgorithmSpecification, Channel, DataSource, OutputDataConfig, ResourceConfig, S3DataSource, StoppingCondition, VpcConfig

key = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
TrainingJob.create(
    training_job_name="core-inputs",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification=AlgorithmSpecification(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", training_input_mode="File"),
    input_data_config=[
        Channel(channel_name="train", data_source=DataSource(s3_data_source=S3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/train")))
    ],
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/", kms_key_id=key),
    resource_config=ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30, volume_kms_key_id=key),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    tags=[{"key": "team", "value": "fraud"}],
)
