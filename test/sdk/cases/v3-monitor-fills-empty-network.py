# sdk: v3
# user defaults: all.yaml
from sagemaker.core.model_monitor import DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import Processor

network = NetworkConfig()
monitor = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network_config=network,
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
)
other.create_monitoring_schedule(
    monitor_schedule_name="o",
    endpoint_input="fraud2",
    output_s3_uri="s3://ml-data/r",
)
