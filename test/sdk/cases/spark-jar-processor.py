from sagemaker.network import NetworkConfig
from sagemaker.spark.processing import SparkJarProcessor

processor = SparkJarProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    framework_version="3.1",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
    ),
)
processor.run(
    submit_app="s3://ml-data/app.jar",
    submit_class="com.example.App",
    spark_event_logs_s3_uri="s3://ml-data/logs",
)
