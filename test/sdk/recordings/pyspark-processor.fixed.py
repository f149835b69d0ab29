from sagemaker.network import NetworkConfig as Net
from sagemaker.spark.processing import PySparkProcessor

processor = PySparkProcessor(
    base_job_name="spark",
    framework_version="3.3",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    network_config=Net(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        encrypt_inter_container_traffic=True,
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
processor.run(submit_app="job.py", spark_event_logs_s3_uri="s3://ml-data/logs")
