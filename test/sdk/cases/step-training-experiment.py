from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
arguments = estimator.fit("s3://ml-data/train", experiment_config={"ExperimentName": "e", "TrialName": "t"})
step = TrainingStep("Train", step_args=arguments)

# %%
Pipeline(name="fraud", steps=[step], sagemaker_session=session).upsert(role_arn=role)
