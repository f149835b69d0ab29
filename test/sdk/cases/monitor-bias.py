from sagemaker.clarify import BiasConfig, DataConfig, ModelConfig
from sagemaker.model_monitor import EndpointInput, ModelBiasMonitor
from sagemaker.network import NetworkConfig

data = DataConfig(
    s3_data_input_path="s3://ml-data/b.csv",
    s3_output_path="s3://ml-data/out",
    label="y",
    headers=["y", "a"],
    dataset_type="text/csv",
)
model = ModelConfig("m", 1, "ml.m5.xlarge")

# %%
bias = ModelBiasMonitor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
    ),
)
bias.suggest_baseline(
    data_config=data,
    bias_config=BiasConfig(label_values_or_threshold=[1], facet_name="a"),
    model_config=model,
)
bias.create_monitoring_schedule(
    endpoint_input=EndpointInput("ep", "/opt/ml/processing/input"),
    ground_truth_input="s3://ml-data/gt",
    analysis_config="s3://ml-data/c.json",
    output_s3_uri="s3://ml-data/out",
    schedule_cron_expression="cron(0 * ? * * *)",
)
