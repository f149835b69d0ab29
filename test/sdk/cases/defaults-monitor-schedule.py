# user defaults: monitor.yaml
from sagemaker.model_monitor import DefaultModelMonitor, ModelQualityMonitor
from sagemaker.model_monitor.dataset_format import DatasetFormat
from sagemaker.network import NetworkConfig

m = DefaultModelMonitor(
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(enable_network_isolation=False),
)
m.suggest_baseline(
    baseline_dataset="s3://ml-data/base.csv",
    dataset_format=DatasetFormat.csv(header=True),
    output_s3_uri="s3://ml-out/base",
    wait=True,
    logs=False,
)
m.create_monitoring_schedule(
    endpoint_input="ep1",
    output_s3_uri="s3://ml-out/rep",
    schedule_cron_expression="cron(0 * ? * * *)",
    monitor_schedule_name="s",
)
