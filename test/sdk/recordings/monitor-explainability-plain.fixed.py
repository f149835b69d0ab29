from sagemaker.clarify import DataConfig, ModelConfig, SHAPConfig
from sagemaker.model_monitor import EndpointInput, ModelExplainabilityMonitor
from sagemaker.network import NetworkConfig

data = DataConfig(
    s3_data_input_path="s3://ml-data/b.csv",
    s3_output_path="s3://ml-data/out",
    label="y",
    headers=["y", "a"],
    dataset_type="text/csv",
)
model = ModelConfig("m", 1, "ml.m5.xlarge")
explainability = ModelExplainabilityMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", max_runtime_in_seconds=1800,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
)
explainability.suggest_baseline(
    data_config=data,
    explainability_config=SHAPConfig(baseline=[[0]], num_samples=3, agg_method="mean_abs"),
    model_config=model,
)
explainability.create_monitoring_schedule(
    endpoint_input=EndpointInput("ep", "/opt/ml/processing/input"),
    analysis_config="s3://ml-data/c.json",
    output_s3_uri="s3://ml-data/out",
    schedule_cron_expression="cron(0 * ? * * *)",
)
