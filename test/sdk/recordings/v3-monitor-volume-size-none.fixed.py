# sdk: v3
from sagemaker.core.model_monitor import DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.network import NetworkConfig

monitor = DefaultModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_size_in_gb=None,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
monitor.suggest_baseline(baseline_dataset="s3://ml-data/b.csv", dataset_format=DatasetFormat.csv(header=True), output_s3_uri="s3://ml-data/out", wait=False, logs=False)
