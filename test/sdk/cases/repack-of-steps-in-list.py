from sagemaker.estimator import Estimator
from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
NET = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
steps = []
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", sagemaker_session=session, **NET)
steps.append(TrainingStep("Train", step_args=est.fit("s3://ml-data/t")))
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", model_data=steps[0].properties.ModelArtifacts.S3ModelArtifacts, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", entry_point="infer.py",
    vpc_config={"Subnets": NET["subnets"], "SecurityGroupIds": NET["security_group_ids"]}, sagemaker_session=session,
)
steps += [ModelStep("Model", step_args=model.create("ml.m5.large"))]

# %%
pipeline = Pipeline(name="p", steps=steps, sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
