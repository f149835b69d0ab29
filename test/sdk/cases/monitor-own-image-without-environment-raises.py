from sagemaker.model_monitor import ModelMonitor, MonitoringOutput

monitor = ModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/monitor:1",
)
monitor.create_monitoring_schedule(
    endpoint_input="scores",
    output=MonitoringOutput(source="/opt/ml/processing/output", destination="s3://ml-data/monitoring"),
    schedule_cron_expression="cron(0 * ? * * *)",
)
