# sdk: v3
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep

from sagemaker.mlops.workflow.emr_serverless_step import EMRServerlessJobConfig, EMRServerlessStep

session = PipelineSession()
spark = EMRServerlessStep(
    name="Spark",
    display_name="Spark",
    description="prepares the data",
    job_config=EMRServerlessJobConfig({"sparkSubmit": {"entryPoint": "s3://ml-code/job.py"}}, "arn:aws:iam::111122223333:role/SageMakerExecutionRole"),
    application_config={"name": "a", "releaseLabel": "emr-7.0.0", "type": "Spark", "networkConfiguration": {"subnetIds": ["subnet-0a10000000000001a"], "securityGroupIds": ["sg-0a1000000000000aa"]}},
)
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=session,
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)
train = TrainingStep(name="Train", step_args=trainer.train(), depends_on=[spark])

# %%
Pipeline(name="p", steps=[spark, train], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
