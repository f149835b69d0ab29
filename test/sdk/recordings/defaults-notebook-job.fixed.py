# user defaults: notebook-job.yaml
from sagemaker.workflow.notebook_job_step import NotebookJobStep
from sagemaker.workflow.pipeline import Pipeline
n = NotebookJobStep(
    name="N",
    input_notebook="nb.ipynb",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    kernel_name="python3",
    subnets=["subnet-0a10000000000002b"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    security_group_ids=["sg-0a1000000000000aa"],
)
Pipeline("p", steps=[n]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
