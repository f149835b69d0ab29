from sagemaker.estimator import Estimator
from sagemaker.workflow.callback_step import CallbackOutput, CallbackStep
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import Join, JsonGet
from sagemaker.workflow.parameters import ParameterFloat
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep
from sagemaker.workflow.step_collections import StepCollection

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    sagemaker_session=session,
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
train = TrainingStep(name="Train", step_args=estimator.fit("s3://ml-data/t"))

# %%
threshold = ParameterFloat(name="Threshold", default_value=0.5)
ask = CallbackStep(
    name="Ask",
    sqs_queue_url="https://sqs.us-east-1.amazonaws.com/111122223333/approvals",
    inputs={"model": train.properties.ModelArtifacts.S3ModelArtifacts},
    outputs=[CallbackOutput(output_name="ok")],
    depends_on=[train],
)
fail = FailStep(name="Fail", error_message=Join(on=" ", values=["below", threshold]))
decide = ConditionStep(
    name="Decide", conditions=[ConditionGreaterThanOrEqualTo(left=threshold, right=0.7)], if_steps=[StepCollection("Both", [train, ask])], else_steps=[fail]
)

# %%
pipeline = Pipeline(name="fraud", parameters=[threshold], steps=[decide], sagemaker_session=session)
pipeline.upsert(role_arn=role)
