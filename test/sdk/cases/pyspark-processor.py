from sagemaker.network import NetworkConfig as Net
from sagemaker.spark.processing import PySparkProcessor

processor = PySparkProcessor(
    base_job_name="spark",
    framework_version="3.3",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
)
processor.run(submit_app="job.py", spark_event_logs_s3_uri="s3://ml-data/logs")
