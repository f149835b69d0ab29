# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.core.clarify import BiasConfig, DataConfig, ModelConfig, ModelPredictedLabelConfig, SHAPConfig
from sagemaker.mlops.workflow.check_job_config import CheckJobConfig
from sagemaker.mlops.workflow.clarify_check_step import ClarifyCheckStep, ModelBiasCheckConfig, ModelExplainabilityCheckConfig

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()
check = CheckJobConfig(role=role, instance_count=1, instance_type="ml.c5.xlarge", volume_kms_key="alias/ml-volume", output_kms_key="alias/ml-output", sagemaker_session=session)
data = DataConfig(s3_data_input_path="s3://ml-data/b.csv", s3_output_path="s3://ml-data/q", label=0, dataset_type="text/csv", s3_analysis_config_output_path="s3://ml-data/a")
model = ModelConfig(model_name="fraud", instance_count=1, instance_type="ml.m5.large")

# %%
bias = ClarifyCheckStep(
    name="Bias",
    clarify_check_config=ModelBiasCheckConfig(
        data_config=data,
        data_bias_config=BiasConfig(label_values_or_threshold=[1], facet_name=[1], facet_values_or_threshold=[[1]]),
        model_config=model,
        model_predicted_label_config=ModelPredictedLabelConfig(probability_threshold=0.5),
        kms_key="alias/ml-output",
    ),
    check_job_config=check,
    skip_check=True,
)
explain = ClarifyCheckStep(
    name="Explain",
    clarify_check_config=ModelExplainabilityCheckConfig(data_config=data, model_config=model, explainability_config=SHAPConfig(baseline=[[0.1]], num_samples=5)),
    check_job_config=check,
)

# %%
pipeline = Pipeline(name="fraud", steps=[bias, explain], sagemaker_session=session)
pipeline.upsert(role_arn=role)
