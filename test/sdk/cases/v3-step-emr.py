# sdk: v3
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep

from sagemaker.mlops.workflow.emr_step import EMRStep, EMRStepConfig

session = PipelineSession()
spark = EMRStep(
    "Spark", "Spark", "prepares", None, EMRStepConfig("s3://ml-code/job.jar"),
    cluster_config={"Instances": {"InstanceGroups": [{"Name": "m", "InstanceRole": "MASTER", "InstanceCount": 1, "InstanceType": "m5.xlarge"}], "Ec2SubnetId": "subnet-0a10000000000001a"}, "ReleaseLabel": "emr-7.0.0", "ServiceRole": "EMR_DefaultRole", "JobFlowRole": "EMR_EC2_DefaultRole"},
)
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)

# %%
Pipeline(name="p", steps=[spark, TrainingStep(name="Train", step_args=trainer.train())], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
