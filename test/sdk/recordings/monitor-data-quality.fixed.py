from sagemaker.model_monitor import CronExpressionGenerator, DefaultModelMonitor
from sagemaker.model_monitor.dataset_format import DatasetFormat
from sagemaker.network import NetworkConfig

monitor = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.large",
    volume_size_in_gb=20,
    max_runtime_in_seconds=3600,
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
        encrypt_inter_container_traffic=True,
    ),
)
monitor.suggest_baseline(
    baseline_dataset="s3://ml-data/b.csv",
    dataset_format=DatasetFormat.csv(header=True),
    output_s3_uri="s3://ml-data/out",
    wait=False,
    logs=False,
)

# %%
monitor.create_monitoring_schedule(
    monitor_schedule_name="s",
    endpoint_input="ep",
    output_s3_uri="s3://ml-data/out",
    schedule_cron_expression=CronExpressionGenerator.hourly(),
)
