# user defaults: monitor-and-processing.yaml
from sagemaker.clarify import BiasConfig, DataConfig
from sagemaker.model_monitor.dataset_format import DatasetFormat
from sagemaker.network import NetworkConfig
from sagemaker.workflow.check_job_config import CheckJobConfig
from sagemaker.workflow.clarify_check_step import ClarifyCheckStep, DataBiasCheckConfig
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.quality_check_step import DataQualityCheckConfig, QualityCheckStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
plain = CheckJobConfig(role, sagemaker_session=session)
own = CheckJobConfig(
    role,
    volume_kms_key="alias/ml-output",
    network_config=NetworkConfig(encrypt_inter_container_traffic=True),
    sagemaker_session=session,
)

# %%
data = DataConfig("s3://ml-data/x.csv", "s3://ml-data/bias", label=0, dataset_type="text/csv")
bias = ClarifyCheckStep("Bias", DataBiasCheckConfig(data, BiasConfig([15.0], 8)), plain)
quality = QualityCheckStep("Quality", DataQualityCheckConfig("s3://ml-data/train.csv", DatasetFormat.csv()), own)
Pipeline("checks", steps=[bias, quality], sagemaker_session=session).upsert(role)
