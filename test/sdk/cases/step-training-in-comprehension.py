from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

everything = ["subnet-0a10000000000001a", "subnet-0a10000000000002b", "sg-0a1000000000000aa", "alias/ml-volume"]
subnets = everything[:-2]
groups = [one for index, one in enumerate(everything) if index == 2]
*_, key = reversed(everything[::-1])

# %%
session = PipelineSession()
estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    sagemaker_session=session,
    subnets=subnets,
    security_group_ids=groups,
    volume_kms_key=key,
)
steps = [TrainingStep(name=f"train-{n}", step_args=estimator.fit(f"s3://ml-data/{n}")) for n in (1, 2)]
Pipeline(name="twice", steps=steps, sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
