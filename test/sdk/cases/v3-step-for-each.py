# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.core.processing import Processor
from sagemaker.mlops.workflow.for_each_step import ForEachStep
from sagemaker.mlops.workflow.steps import ProcessingStep
from sagemaker.core.network import NetworkConfig

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()
processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role=role, instance_count=1, instance_type="ml.m5.large", volume_kms_key="alias/ml-volume",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True), sagemaker_session=session,
)
body = ProcessingStep(name="Prepare", step_args=processor.run())

# %%
loop = ForEachStep(name="Days", iterable_items=["mon", "tue"], max_concurrency=2, for_each_body=[body])
pipeline = Pipeline(name="fraud", steps=[loop], sagemaker_session=session)
pipeline.upsert(role_arn=role)
