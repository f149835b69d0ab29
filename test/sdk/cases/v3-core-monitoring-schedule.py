# sdk: v3
from sagemaker.core.resources import MonitoringSchedule
from sagemaker.core.shapes import MonitoringScheduleConfig, MonitoringJobDefinition, MonitoringInput, MonitoringAppSpecification, EndpointInput, MonitoringOutputConfig, MonitoringOutput, MonitoringS3Output, MonitoringResources, MonitoringClusterConfig, NetworkConfig, VpcConfig

definition = MonitoringJobDefinition(
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", monitoring_app_specification=MonitoringAppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"), monitoring_inputs=[MonitoringInput(endpoint_input=EndpointInput(endpoint_name="e", local_path="/opt/ml/processing/in"))],
    monitoring_output_config=MonitoringOutputConfig(monitoring_outputs=[MonitoringOutput(s3_output=MonitoringS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/o"))], kms_key_id="alias/ml-output"),
    monitoring_resources=MonitoringResources(cluster_config=MonitoringClusterConfig(instance_count=1, instance_type="ml.m5.large", volume_size_in_gb=20, volume_kms_key_id="alias/ml-volume")),
    network_config=NetworkConfig(vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
)
MonitoringSchedule.create(monitoring_schedule_name="s", monitoring_schedule_config=MonitoringScheduleConfig(monitoring_job_definition=definition))
