# sdk: v3
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import TrainingStep

from sagemaker.core.lineage.action import Action
from sagemaker.mlops.workflow.lineage_step import LineageStep

session = PipelineSession()
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=session,
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]
    ),
    compute=Compute(volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
train = TrainingStep(name="Train", step_args=trainer.train())
record = LineageStep(
    name="Record",
    actions=[Action.create(action_name="run", source_uri="s3://ml-data/run", source_type="S3ETag", action_type="ModelTraining", sagemaker_session=session)],
    depends_on=[train],
)

# %%
Pipeline(name="p", steps=[train, record], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
