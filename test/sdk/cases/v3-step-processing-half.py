# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import ScriptProcessor
from sagemaker.mlops.workflow.steps import ProcessingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    command=["python3"],
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"]),
    sagemaker_session=session,
)

# %%
step = ProcessingStep(name="Process", step_args=processor.run(code="s3://ml-data/code.py"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
