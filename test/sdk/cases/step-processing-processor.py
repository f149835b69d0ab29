from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingOutput
from sagemaker.sklearn.processing import SKLearnProcessor
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = SKLearnProcessor(
    framework_version="1.2-1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
    ),
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    sagemaker_session=session,
)
step = ProcessingStep(
    name="Prepare",
    processor=processor,
    code="s3://ml-data/prepare.py",
    outputs=[ProcessingOutput(output_name="train", source="/opt/ml/processing/train")],
)

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
