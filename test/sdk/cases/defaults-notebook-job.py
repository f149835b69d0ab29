# user defaults: notebook-job.yaml
from sagemaker.workflow.notebook_job_step import NotebookJobStep
from sagemaker.workflow.pipeline import Pipeline
n = NotebookJobStep(name="N", input_notebook="nb.ipynb", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", kernel_name="python3", subnets=["subnet-0a10000000000002b"], volume_kms_key="alias/other", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
Pipeline("p", steps=[n]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
