# sdk: v3
# user defaults: monitor-and-processing-keys.yaml
from sagemaker.core.model_monitor.dataset_format import DatasetFormat
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.check_job_config import CheckJobConfig
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.quality_check_step import DataQualityCheckConfig, QualityCheckStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = CheckJobConfig(role=role, sagemaker_session=session)
quality = DataQualityCheckConfig("s3://ml-data/train.csv", DatasetFormat.csv())
step = QualityCheckStep(name="Check", quality_check_config=quality, check_job_config=config)

# %%
pipeline = Pipeline(name="checks", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
