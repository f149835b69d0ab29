# sdk: v3
from sagemaker.core.resources import EndpointConfig, Model, NotebookInstance, TrainingJob
from sagemaker.core.shapes import ContainerDefinition, ProductionVariant, VpcConfig

ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
SERVE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"
VPC = VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])

# %%
Model.create(
    model_name="churn",
    primary_container=ContainerDefinition(image=SERVE),
    execution_role_arn=ROLE,
    vpc_config=VPC,
    enable_network_isolation="true",
)
EndpointConfig.create(
    endpoint_config_name="churn",
    production_variants=[
        ProductionVariant(
            variant_name="all",
            model_name="churn",
            instance_type="ml.m5.large",
            initial_instance_count="1",
            initial_variant_weight="0.5",
        )
    ],
    kms_key_id="alias/ml-volume",
)

# %%
NotebookInstance.create(
    notebook_instance_name="explore",
    instance_type="ml.t3.medium",
    role_arn=ROLE,
    subnet_id="subnet-0a10000000000001a",
    security_group_ids=["sg-0a1000000000000aa"],
    volume_size_in_gb="20",
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
TrainingJob.create(
    training_job_name="churn",
    role_arn=ROLE,
    algorithm_specification={"training_image": SERVE, "training_input_mode": "File"},
    output_data_config={
        "s3_output_path": "s3://ml-artifacts/churn",
        "kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    resource_config={
        "instance_type": "ml.m5.large",
        "instance_count": "2",
        "volume_size_in_gb": "30",
        "volume_kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    stopping_condition={"max_runtime_in_seconds": "600"},
    vpc_config=VPC,
    enable_network_isolation="yes",
    environment={"enabled": "true"},
    enable_inter_container_traffic_encryption=True,
)
