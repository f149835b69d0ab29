# sdk: v3
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.check_job_config import CheckJobConfig
from sagemaker.mlops.workflow.quality_check_step import DataQualityCheckConfig, QualityCheckStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = CheckJobConfig(
    role=role,
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
step = QualityCheckStep(
    name="Check",
    skip_check=False,
    register_new_baseline=False,
    quality_check_config=DataQualityCheckConfig(
        baseline_dataset="s3://ml-data/train.csv", dataset_format=DatasetFormat.csv(header=True)
    ),
    check_job_config=config,
    model_package_group_name="fraud",
)

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
