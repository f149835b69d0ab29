# dynamic: ResourceConfig.InstanceType
# Which of the two calls gave the pipeline its step is known only when the notebook runs.
import os
from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()


def train(instance_type):
    estimator = Estimator(
        "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role, 1, instance_type, sagemaker_session=session
    )
    return TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))


if os.environ.get("STAGE", "prod") == "prod":
    step = train("ml.m5.xlarge")
else:
    step = train("ml.m5.large")
Pipeline("Churn", steps=[step], sagemaker_session=session).upsert(role)
