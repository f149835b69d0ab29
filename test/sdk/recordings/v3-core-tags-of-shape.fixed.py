# sdk: v3
from sagemaker.core.resources import Model, TrainingJob
from sagemaker.core.shapes import (
    AlgorithmSpecification, ContainerDefinition, OutputDataConfig, ResourceConfig, StoppingCondition, Tag, VpcConfig,
)

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
network = VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
tags = [Tag(key="team", value="fraud")]

Model.create(
    model_name="tagged",
    execution_role_arn=role,
    primary_container=ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"),
    vpc_config=network,
    tags=tags,
)
TrainingJob.create(
    training_job_name="tagged",
    algorithm_specification=AlgorithmSpecification(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", training_input_mode="File"
    ),
    role_arn=role,
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-data/out", kms_key_id="alias/ml-output"),
    resource_config=ResourceConfig(
        instance_type="ml.m5.xlarge",
        instance_count=1,
        volume_size_in_gb=30,
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
    vpc_config=network,
    tags=tags,
)
