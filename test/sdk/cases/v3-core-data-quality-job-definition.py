# sdk: v3
from sagemaker.core.resources import DataQualityJobDefinition
from sagemaker.core.shapes import DataQualityAppSpecification, DataQualityJobInput, EndpointInput, MonitoringOutputConfig, MonitoringOutput, MonitoringS3Output, MonitoringResources, MonitoringClusterConfig, MonitoringNetworkConfig, VpcConfig, MonitoringGroundTruthS3Input

DataQualityJobDefinition.create(
    job_definition_name="dq", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", data_quality_app_specification=DataQualityAppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"),
    data_quality_job_input=DataQualityJobInput(endpoint_input=EndpointInput(endpoint_name="e", local_path="/opt/ml/processing/in")),
    data_quality_job_output_config=MonitoringOutputConfig(monitoring_outputs=[MonitoringOutput(s3_output=MonitoringS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/o"))], kms_key_id="alias/ml-output"),
    job_resources=MonitoringResources(cluster_config=MonitoringClusterConfig(instance_count=1, instance_type="ml.m5.large", volume_size_in_gb=20, volume_kms_key_id="alias/ml-volume")),
    network_config=MonitoringNetworkConfig(enable_network_isolation=True, enable_inter_container_traffic_encryption=True, vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
)
