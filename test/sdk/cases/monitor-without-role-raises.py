from sagemaker.model_monitor import DefaultModelMonitor

monitor = DefaultModelMonitor(instance_count=1, instance_type="ml.m5.xlarge")
monitor.create_monitoring_schedule(
    endpoint_input="ep", output_s3_uri="s3://ml-data/out", schedule_cron_expression="cron(0 * ? * * *)"
)
