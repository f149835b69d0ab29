# sdk: v3
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
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
    compute=Compute(volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    output_data_config=OutputDataConfig(kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"),
)
train = TrainingStep(name="Train", step_args=trainer.train(), depends_on=[spark])

# %%
Pipeline(name="p", steps=[spark, train], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
