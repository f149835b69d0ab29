# sdk: v3
from sagemaker.core.processing import Processor
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import ProcessingStep
from sagemaker.core.network import NetworkConfig

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = Processor(
    role=role,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.large",
    sagemaker_session=session,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
step = ProcessingStep(name="prepare", step_args=processor.run(arguments=[]))
# %%
Pipeline(name="p", steps=[step], sagemaker_session=session).create(role)
