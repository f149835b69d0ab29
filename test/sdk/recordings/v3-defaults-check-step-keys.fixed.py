# sdk: v3
# user defaults: monitor-and-processing-keys.yaml
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.check_job_config import CheckJobConfig
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.quality_check_step import DataQualityCheckConfig, QualityCheckStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = CheckJobConfig(
    role=role,
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
quality = DataQualityCheckConfig("s3://ml-data/train.csv", DatasetFormat.csv())
step = QualityCheckStep(name="Check", quality_check_config=quality, check_job_config=config)

# %%
pipeline = Pipeline(name="checks", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
