# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.train.configs import Networking

session = PipelineSession()
from sagemaker.serve.model_builder import ModelBuilder

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    network=Networking(
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    ),
    sagemaker_session=session,
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)

# %%
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.model_step import ModelStep

step = ModelStep(name="Model", step_args=builder.build())
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=builder.role_arn)
