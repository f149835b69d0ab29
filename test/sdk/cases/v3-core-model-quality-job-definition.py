# sdk: v3
from sagemaker.core.resources import ModelQualityJobDefinition
from sagemaker.core.shapes import ModelQualityAppSpecification, ModelQualityJobInput, EndpointInput, MonitoringOutputConfig, MonitoringOutput, MonitoringS3Output, MonitoringResources, MonitoringClusterConfig, MonitoringNetworkConfig, VpcConfig, MonitoringGroundTruthS3Input

ModelQualityJobDefinition.create(
    job_definition_name="dq", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", model_quality_app_specification=ModelQualityAppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", problem_type="Regression"),
    model_quality_job_input=ModelQualityJobInput(endpoint_input=EndpointInput(endpoint_name="e", local_path="/opt/ml/processing/in"), ground_truth_s3_input=MonitoringGroundTruthS3Input(s3_uri="s3://ml-data/gt")),
    model_quality_job_output_config=MonitoringOutputConfig(monitoring_outputs=[MonitoringOutput(s3_output=MonitoringS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/o"))], kms_key_id="alias/ml-output"),
    job_resources=MonitoringResources(cluster_config=MonitoringClusterConfig(instance_count=1, instance_type="ml.m5.large", volume_size_in_gb=20, volume_kms_key_id="alias/ml-volume")),
    network_config=MonitoringNetworkConfig(enable_network_isolation=True, enable_inter_container_traffic_encryption=True, vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
)
