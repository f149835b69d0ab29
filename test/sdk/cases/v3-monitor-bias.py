# sdk: v3
from sagemaker.core.model_monitor import ModelBiasMonitor, CronExpressionGenerator, EndpointInput
from sagemaker.core.network import NetworkConfig
from sagemaker.core.helper.session_helper import Session

monitor = ModelBiasMonitor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=Session(), instance_type="ml.m5.large", volume_kms_key="alias/ml-volume", output_kms_key="alias/ml-output", network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True))
# %%
monitor.create_monitoring_schedule(
    monitor_schedule_name="bias", endpoint_input=EndpointInput("chat", "/opt/ml/processing/input", start_time_offset="-PT1H", end_time_offset="-PT0H"), ground_truth_input="s3://ml-data/gt", analysis_config="s3://ml-data/analysis.json",
    output_s3_uri="s3://ml-artifacts/bias", schedule_cron_expression=CronExpressionGenerator.hourly(),
)
