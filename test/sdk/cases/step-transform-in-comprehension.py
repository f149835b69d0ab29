from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.transformer import Transformer
from sagemaker.workflow.steps import TransformStep

session = PipelineSession()

transformer = Transformer(
    model_name="churn", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-data/out", sagemaker_session=session, volume_kms_key="alias/ml-volume"
)
steps = [TransformStep(f"transform-{month}", step_args=transformer.transform(f"s3://ml-data/{month}", split_type="Line")) for month in ("may", "june")]

# %%
Pipeline(name="transform", steps=steps, sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
