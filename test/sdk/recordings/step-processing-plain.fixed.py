from sagemaker.sklearn.processing import SKLearnProcessor
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep
from sagemaker.network import NetworkConfig

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = SKLearnProcessor(
    framework_version="1.2-1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
step = ProcessingStep(name="Prepare", step_args=processor.run(code="prepare.py"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
