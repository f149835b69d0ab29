# sdk: v3
# known: AlgorithmSpecification, ProductionVariants
from sagemaker.core.resources import EndpointConfig, TrainingJob
from sagemaker.core.shapes import (
    AlgorithmSpecification,
    OutputDataConfig,
    ProductionVariant,
    ResourceConfig,
    StoppingCondition,
    VpcConfig,
)

specification = AlgorithmSpecification(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    training_input_mode="File",
    enable_sage_maker_metrics_time_series=True,
)
specification.training_input_mode = "FastFile"

# %%
TrainingJob.create(
    training_job_name="core",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification=specification,
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/"),
    resource_config=ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)

# %%
EndpointConfig.create(
    endpoint_config_name="core",
    production_variants=[
        ProductionVariant(
            variant_name="all", model_name="churn", initial_instance_count=1, instance_type="ml.m5.large", volume_size_in_gb=30
        )
    ],
    kms_key_id="alias/ml-volume",
)
