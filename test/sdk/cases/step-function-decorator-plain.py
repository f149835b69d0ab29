from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"


@step(
    name="train",
    role=role,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_type="ml.m5.xlarge",
)
def train(data):
    return data


# %%
pipeline = Pipeline(name="fraud", steps=[train("s3://ml-data/train")], sagemaker_session=session)
pipeline.upsert(role_arn=role)
