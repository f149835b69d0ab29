from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
first = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    sagemaker_session=session,
)
second = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
one = TrainingStep("One", step_args=first.fit("s3://ml-data/train"))
two = TrainingStep("Two", step_args=second.fit("s3://ml-data/train"), depends_on=[one])

# %%
pipeline = Pipeline(name="fraud", steps=[one, two], sagemaker_session=session)
pipeline.upsert(role_arn=role)
