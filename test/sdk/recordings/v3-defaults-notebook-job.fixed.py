# sdk: v3
# user defaults: notebook-job.yaml
from sagemaker.mlops.workflow.notebook_job_step import NotebookJobStep
from sagemaker.mlops.workflow.pipeline import Pipeline
n = NotebookJobStep(name="N", input_notebook="nb.ipynb", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", kernel_name="python3", s3_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002")
Pipeline(name="p", steps=[n]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
