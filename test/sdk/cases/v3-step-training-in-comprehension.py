# sdk: v3
from sagemaker.core.training.configs import Compute, InputData, Networking
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep
from sagemaker.train import ModelTrainer

session = PipelineSession()
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    sagemaker_session=session,
)
steps = [
    TrainingStep(name=name, step_args=trainer.train(input_data_config=[InputData(channel_name="train", data_source=f"s3://ml-data/{name}")]))
    for name in ("one", "two")
]

# %%
Pipeline(name="two", steps=steps, sagemaker_session=session).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
