from sagemaker.transformer import Transformer
from stepfunctions.steps import TransformStep
from stepfunctions.workflow import Workflow

transformer = Transformer(
    model_name="churn",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-data/scores",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
)
step = TransformStep(
    "Score", transformer=transformer, job_name="churn", model_name="churn", data="s3://ml-data/batch"
)

# %%
workflow = Workflow(name="churn", definition=step, role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
