from jobs import make_estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
arguments = make_estimator(session).fit("s3://ml-data/train")
# %%
Pipeline(name="churn", steps=[TrainingStep(name="train", step_args=arguments)], sagemaker_session=session).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
