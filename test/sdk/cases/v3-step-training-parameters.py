# sdk: v3
# dynamic: ResourceConfig.InstanceType, ResourceConfig.VolumeKmsKeyId
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
instance = ParameterString(name="Instance", default_value="ml.m5.xlarge")
key = ParameterString(name="Key", default_value="alias/ml-volume")
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    compute=Compute(instance_type=instance, instance_count=1, volume_kms_key_id=key),
    sagemaker_session=session,
)
step = TrainingStep(name="Train", step_args=trainer.train())

# %%
pipeline = Pipeline(name="fraud", parameters=[instance, key], steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
