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
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
def train(data):
    return data


# %%
score = train("s3://ml-data/train")

# %%
pipeline = Pipeline(name="fraud", steps=[score], sagemaker_session=session)
pipeline.upsert(role_arn=role)
