# sdk: v3
from sagemaker.core import resources, shapes

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
resources.ModelExplainabilityJobDefinition.create(
    job_definition_name="e",
    model_explainability_app_specification=shapes.ModelExplainabilityAppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", config_uri="s3://ml-data/c.json"),
    model_explainability_job_input=shapes.ModelExplainabilityJobInput(endpoint_input=shapes.EndpointInput(endpoint_name="fraud", local_path="/opt/ml/processing/input")),
    model_explainability_job_output_config=shapes.MonitoringOutputConfig(kms_key_id="alias/ml-output", monitoring_outputs=[shapes.MonitoringOutput(s3_output=shapes.MonitoringS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/output"))]),
    job_resources=shapes.MonitoringResources(cluster_config=shapes.MonitoringClusterConfig(instance_count=1, instance_type="ml.m5.large", volume_size_in_gb=20, volume_kms_key_id="alias/ml-volume")),
    network_config=shapes.MonitoringNetworkConfig(enable_network_isolation=True, vpc_config=shapes.VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
    role_arn=role,
)
