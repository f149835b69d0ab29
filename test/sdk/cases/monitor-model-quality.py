from sagemaker.model_monitor import EndpointInput, ModelQualityMonitor
from sagemaker.network import NetworkConfig

monitor = ModelQualityMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
    ),
)
monitor.suggest_baseline(
    baseline_dataset="s3://ml-data/b.csv",
    dataset_format={"csv": {"header": True}},
    problem_type="Regression",
    inference_attribute="a",
    ground_truth_attribute="b",
    output_s3_uri="s3://ml-data/out",
    wait=False,
)
monitor.create_monitoring_schedule(
    endpoint_input=EndpointInput("ep", "/opt/ml/processing/input", inference_attribute="0"),
    ground_truth_input="s3://ml-data/gt",
    problem_type="Regression",
    output_s3_uri="s3://ml-data/out",
    schedule_cron_expression="cron(0 * ? * * *)",
)
