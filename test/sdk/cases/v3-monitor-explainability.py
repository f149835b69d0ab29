# sdk: v3
from sagemaker.core.clarify import DataConfig, ModelConfig, SHAPConfig
from sagemaker.core.model_monitor import ExplainabilityAnalysisConfig, ModelExplainabilityMonitor
from sagemaker.core.network import NetworkConfig
from sagemaker.core.helper.session_helper import Session

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
model_config = ModelConfig(model_name="fraud", instance_type="ml.m5.large", instance_count=1, accept_type="text/csv")
shap = SHAPConfig(baseline=[[0.1, 0.2]], num_samples=10, agg_method="mean_abs")
monitor = ModelExplainabilityMonitor(
    role=role,
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    max_runtime_in_seconds=1800,
    sagemaker_session=Session(),
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True),
)


# %%
monitor.create_monitoring_schedule(
    monitor_schedule_name="fraud-explain",
    endpoint_input="fraud",
    analysis_config=ExplainabilityAnalysisConfig(shap, model_config, headers=["a"]),
    output_s3_uri="s3://ml-data/r",
)
