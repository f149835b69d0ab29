from sagemaker.clarify import DataConfig, ModelConfig, SHAPConfig
from sagemaker.model_monitor import EndpointInput, ModelExplainabilityMonitor

data = DataConfig(
    s3_data_input_path="s3://ml-data/b.csv",
    s3_output_path="s3://ml-data/out",
    label="y",
    headers=["y", "a"],
    dataset_type="text/csv",
)
model = ModelConfig("m", 1, "ml.m5.xlarge")
explainability = ModelExplainabilityMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", max_runtime_in_seconds=1800
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
