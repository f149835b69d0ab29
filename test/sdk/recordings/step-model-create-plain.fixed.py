from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    model_data="s3://ml-data/model.tar.gz",
    role=role,
    sagemaker_session=session,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
step = ModelStep("Model", step_args=model.create("ml.m5.large"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
