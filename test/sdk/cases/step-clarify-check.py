from sagemaker.clarify import BiasConfig, DataConfig
from sagemaker.network import NetworkConfig
from sagemaker.workflow.check_job_config import CheckJobConfig
from sagemaker.workflow.clarify_check_step import ClarifyCheckStep, DataBiasCheckConfig
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = CheckJobConfig(
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
    ),
    sagemaker_session=session,
)
data = DataConfig(
    s3_data_input_path="s3://ml-data/train.csv",
    s3_output_path="s3://ml-data/bias",
    label="y",
    headers=["y", "x"],
    dataset_type="text/csv",
)
step = ClarifyCheckStep(
    name="Bias",
    clarify_check_config=DataBiasCheckConfig(
        data_config=data,
        data_bias_config=BiasConfig(label_values_or_threshold=[1], facet_name="x"),
    ),
    check_job_config=config,
    model_package_group_name="fraud",
)

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
