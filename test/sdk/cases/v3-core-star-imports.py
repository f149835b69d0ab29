# sdk: v3
from sagemaker.core.shapes import *
from sagemaker.core.resources import *

# %%
TrainingJob.create(
    training_job_name="job",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification=AlgorithmSpecification(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", training_input_mode="File"
    ),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-data/out"),
    resource_config=ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)
