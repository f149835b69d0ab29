# sdk: v3
from sagemaker.core.workflow.conditions import ConditionGreaterThan
from sagemaker.core.workflow.parameters import ParameterInteger
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.condition_step import ConditionStep
from sagemaker.mlops.workflow.steps import TrainingStep
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, Compute, OutputDataConfig

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
rounds = ParameterInteger(name="Rounds", default_value=1)
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    sagemaker_session=session,
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
train = TrainingStep(name="Train", step_args=trainer.train())

# %%
step = ConditionStep(name="If", conditions=[ConditionGreaterThan(left=rounds, right=0)], if_steps=[train], else_steps=[])

# %%
pipeline = Pipeline(name="fraud", parameters=[rounds], steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
