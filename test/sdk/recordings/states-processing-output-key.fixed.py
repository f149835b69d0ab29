from sagemaker.processing import Processor
from sagemaker.network import NetworkConfig
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
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
step = ProcessingStep(
    "Prepare", processor=processor, job_name="churn", kms_key_id="alias/ml-output"
)

# %%
workflow = Workflow(name="churn", definition=step, role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
