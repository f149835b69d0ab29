# sdk: v3
from sagemaker.core.model_monitor import CronExpressionGenerator, ModelQualityMonitor
from sagemaker.core.network import NetworkConfig

monitor = ModelQualityMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(security_group_ids=["sg-0a1000000000000aa"], subnets=["subnet-0a10000000000001a"]),
)

# %%
monitor.create_monitoring_schedule(
    endpoint_input="ep",
    ground_truth_input="s3://ml-data/truth",
    problem_type="Regression",
    output_s3_uri="s3://ml-data/out",
    schedule_cron_expression=CronExpressionGenerator.hourly(),
)
