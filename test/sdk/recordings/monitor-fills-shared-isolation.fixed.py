# user defaults: all.yaml
from sagemaker.model_monitor import DefaultModelMonitor
from sagemaker.model_monitor.dataset_format import DatasetFormat
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor

network = NetworkConfig(enable_network_isolation=True)
monitor = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network_config=network,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
monitor.suggest_baseline(
    baseline_dataset="s3://ml-data/b.csv",
    dataset_format=DatasetFormat.csv(header=True),
    output_s3_uri="s3://ml-data/out",
    wait=False,
    logs=False,
)

# %%
monitor.create_monitoring_schedule(
    monitor_schedule_name="m",
    endpoint_input="fraud",
    output_s3_uri="s3://ml-data/r",
)

# %%
other = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network_config=network,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
other.create_monitoring_schedule(
    monitor_schedule_name="o",
    endpoint_input="fraud2",
    output_s3_uri="s3://ml-data/r",
)
