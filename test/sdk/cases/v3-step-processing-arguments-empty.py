# sdk: v3
from sagemaker.core.processing import Processor
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import ProcessingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = Processor(
    role=role,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.large",
    sagemaker_session=session,
)
step = ProcessingStep(name="prepare", step_args=processor.run(arguments=[]))
# %%
Pipeline(name="p", steps=[step], sagemaker_session=session).create(role)
