from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
from sagemaker.estimator import Estimator

est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", volume_size=None, sagemaker_session=session, output_path="s3://ml-artifacts/out")

from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.steps import TrainingStep, ProcessingStep, TransformStep
pipeline = Pipeline(name="p", steps=[TrainingStep(name="t", step_args=est.fit("s3://ml-data/t"))], sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
