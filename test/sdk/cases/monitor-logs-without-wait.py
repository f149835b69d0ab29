from sagemaker.model_monitor import DefaultModelMonitor
from sagemaker.model_monitor.dataset_format import DatasetFormat

monitor = DefaultModelMonitor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.xlarge")
monitor.suggest_baseline(
    "s3://ml-data/baseline.csv", DatasetFormat.csv(header=True), output_s3_uri="s3://ml-data/out", wait=False
)
