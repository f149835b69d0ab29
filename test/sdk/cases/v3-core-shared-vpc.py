# sdk: v3
from sagemaker.core.resources import TrainingJob, ProcessingJob, Model, EndpointConfig
from sagemaker.core import shapes as S

vpc = S.VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
pj = dict(
    processing_job_name="p",
    processing_resources=S.ProcessingResources(
        cluster_config=S.ProcessingClusterConfig(
            instance_count=1,
            instance_type="ml.m5.xlarge",
            volume_size_in_gb=10,
            volume_kms_key_id="alias/ml-volume",
        )
    ),
    app_specification=S.AppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1"),
    role_arn=role,
    network_config=S.NetworkConfig(enable_network_isolation=True, vpc_config=vpc),
)
ProcessingJob.create(**pj)
vpc.subnets.append("subnet-0a10000000000002b")
Model.create(
    model_name="m",
    primary_container=S.ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"),
    execution_role_arn=role,
    vpc_config=vpc,
    enable_network_isolation=False,
)
pv = S.ProductionVariant(
    variant_name="v", model_name="m", instance_type="ml.m5.large", initial_instance_count=1
)
pv.initial_instance_count = 2
EndpointConfig.create(endpoint_config_name="ec", production_variants=[pv], kms_key_id="alias/ml-volume")
