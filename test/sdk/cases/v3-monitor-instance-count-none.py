# sdk: v3
from sagemaker.core.model_monitor import DefaultModelMonitor
from sagemaker.core.model_monitor.dataset_format import DatasetFormat

monitor = DefaultModelMonitor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=None)
monitor.suggest_baseline(baseline_dataset="s3://ml-data/b.csv", dataset_format=DatasetFormat.csv(header=True), output_s3_uri="s3://ml-data/out", wait=False, logs=False)
