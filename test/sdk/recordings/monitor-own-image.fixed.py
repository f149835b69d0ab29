from sagemaker.model_monitor import ModelMonitor, MonitoringOutput
from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput

monitor = ModelMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/monitor:1",
    env={"A": "b"},
    instance_count=2,
    instance_type="ml.m5.large",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
        encrypt_inter_container_traffic=True,
    ),
)
monitor.run_baseline(
    baseline_inputs=[ProcessingInput(source="s3://ml-data/b", destination="/opt/ml/processing/input")],
    output=ProcessingOutput(source="/opt/ml/processing/output", destination="s3://ml-data/out"),
    wait=False,
    logs=False,
)
monitor.create_monitoring_schedule(
    endpoint_input="ep",
    output=MonitoringOutput(source="/opt/ml/processing/output", destination="s3://ml-data/out"),
    schedule_cron_expression="cron(0 * ? * * *)",
    monitor_schedule_name="s",
)
