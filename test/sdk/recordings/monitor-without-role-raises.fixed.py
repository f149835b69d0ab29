from sagemaker.model_monitor import DefaultModelMonitor

monitor = DefaultModelMonitor(
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
monitor.create_monitoring_schedule(
    endpoint_input="ep", output_s3_uri="s3://ml-data/out", schedule_cron_expression="cron(0 * ? * * *)"
)
