# sdk: v3
from sagemaker.core.network import NetworkConfig
from sagemaker.core.spark.processing import PySparkProcessor

processor = PySparkProcessor(
    base_job_name="spark",
    framework_version="3.3",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        encrypt_inter_container_traffic=True,
    ),
)
processor.run(submit_app="s3://ml-data/app.py", spark_event_logs_s3_uri="s3://ml-data/logs", wait=False, logs=False)
