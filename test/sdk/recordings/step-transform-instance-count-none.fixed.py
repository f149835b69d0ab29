from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
from sagemaker.transformer import Transformer
t = Transformer(
    model_name="m",
    instance_count=None,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.steps import TrainingStep, ProcessingStep, TransformStep
pipeline = Pipeline(name="p", steps=[TransformStep(name="t", step_args=t.transform("s3://ml-data/x"))], sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
