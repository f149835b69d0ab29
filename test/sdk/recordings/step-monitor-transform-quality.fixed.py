from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.quality_check_step import DataQualityCheckConfig
from sagemaker.model_monitor.dataset_format import DatasetFormat

config = DataQualityCheckConfig(baseline_dataset="s3://ml-data/b.csv", dataset_format=DatasetFormat.csv(header=True), output_s3_uri="s3://ml-data/q")
from sagemaker.workflow.check_job_config import CheckJobConfig
from sagemaker.transformer import Transformer
from sagemaker.workflow.monitor_batch_transform_step import MonitorBatchTransformStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()

# %%
from sagemaker.network import NetworkConfig
transformer = Transformer(
    model_name="fraud",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/scores",
    output_kms_key="alias/ml-output",
    volume_kms_key="alias/ml-volume",
    sagemaker_session=session,
)
check = CheckJobConfig(
    role=role,
    instance_count=1,
    instance_type="ml.m5.large",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    sagemaker_session=session,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)

# %%
step = MonitorBatchTransformStep(
    name="MonitorScores",
    transform_step_args=transformer.transform("s3://ml-data/x", content_type="text/csv", split_type="Line"),
    monitor_configuration=config,
    check_job_configuration=check,
)
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
