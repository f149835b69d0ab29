from sagemaker.processing import Processor
from stepfunctions.steps import ProcessingStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
)
step = ProcessingStep("Prepare", processor=processor, job_name="churn")

# %%
workflow = Workflow(name="churn", definition=step, role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
