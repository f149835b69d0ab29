from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
from sagemaker.transformer import Transformer
t = Transformer(model_name="m", instance_count=None, instance_type="ml.m5.xlarge", sagemaker_session=session)

from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.steps import TrainingStep, ProcessingStep, TransformStep
pipeline = Pipeline(name="p", steps=[TransformStep(name="t", step_args=t.transform("s3://ml-data/x"))], sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
