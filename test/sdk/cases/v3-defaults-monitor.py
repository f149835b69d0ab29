# sdk: v3
# user defaults: all.yaml
from sagemaker.core.model_monitor import CronExpressionGenerator, DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat

monitor = DefaultModelMonitor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
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
