from sagemaker.model_monitor import DatasetFormat
from sagemaker.workflow.check_job_config import CheckJobConfig
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.quality_check_step import DataQualityCheckConfig, QualityCheckStep
from sagemaker.network import NetworkConfig

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
config = CheckJobConfig(
    role=role,
    sagemaker_session=session,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
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
