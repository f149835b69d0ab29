from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
from sagemaker.processing import Processor
p = Processor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",  sagemaker_session=session)

from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.steps import TrainingStep, ProcessingStep, TransformStep
pipeline = Pipeline(name="p", steps=[ProcessingStep(name="t", step_args=p.run())], sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
