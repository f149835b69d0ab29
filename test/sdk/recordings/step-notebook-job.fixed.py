from sagemaker.workflow.notebook_job_step import NotebookJobStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
step = NotebookJobStep(
    name="Report",
    input_notebook="report.json",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    kernel_name="python3",
    role=role,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    s3_kms_key="alias/ml-output",
)

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
