# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.core.transformer import Transformer
from sagemaker.mlops.workflow.steps import TransformStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
transformer = Transformer(
    model_name="m",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-data/out",
    output_kms_key="alias/ml-output",
    volume_kms_key="alias/ml-volume",
    sagemaker_session=session,
)
step = TransformStep(name="Transform", step_args=transformer.transform(data="s3://ml-data/in"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
