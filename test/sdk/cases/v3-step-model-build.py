# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.model_step import ModelStep
from sagemaker.serve import ModelBuilder
from sagemaker.train.configs import Networking

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn=role,
    network=Networking(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
    ),
    sagemaker_session=session,
)

# %%
step = ModelStep(name="Model", step_args=builder.build())

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
