# sdk: v3
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep

from sagemaker.mlops.workflow.inference_component_step import InferenceComponentStep

session = PipelineSession()
component = InferenceComponentStep(
    name="Component",
    step_args=session.create_inference_component(
        inference_component_name="c",
        endpoint_name="e",
        variant_name="AllTraffic",
        specification={"ModelName": "m", "ComputeResourceRequirements": {"MinMemoryRequiredInMb": 1024}},
        runtime_config={"CopyCount": 1},
    ),
)
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)

# %%
Pipeline(name="p", steps=[TrainingStep(name="Train", step_args=trainer.train()), component], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
