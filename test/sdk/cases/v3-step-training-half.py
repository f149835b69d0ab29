# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role=role, networking=Networking(subnets=["subnet-0a10000000000001a"]), sagemaker_session=session
)
step = TrainingStep(name="Train", step_args=trainer.train())

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
