# sdk: v3
# user defaults: all.yaml
from sagemaker.core.model_monitor import CronExpressionGenerator, DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat

monitor = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
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
