from sagemaker.estimator import Estimator
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionEquals
from sagemaker.workflow.parameters import ParameterString
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
kind = ParameterString("Kind", default_value="a")
one = TrainingStep("One", step_args=first.fit("s3://ml-data/train"))
two = TrainingStep("Two", step_args=second.fit("s3://ml-data/train"))
choice = ConditionStep(
    "Choice", conditions=[ConditionEquals(left=kind, right="a")], if_steps=[one], else_steps=[two]
)

# %%
pipeline = Pipeline(name="fraud", parameters=[kind], steps=[choice], sagemaker_session=session)
pipeline.upsert(role_arn=role)
