from sagemaker.inputs import TransformInput
from sagemaker.transformer import Transformer
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TransformStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
transformer = Transformer(
    model_name="churn",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-data/scores",
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
step = TransformStep("Score", transformer=transformer, inputs=TransformInput("s3://ml-data/batch"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
