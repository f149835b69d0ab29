# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.mlops.workflow.steps import TrainingStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    role=role,
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    sagemaker_session=session,
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
train = TrainingStep(name="Train", step_args=trainer.train())

# %%
from sagemaker.core.lambda_helper import Lambda
from sagemaker.mlops.workflow.callback_step import CallbackOutput, CallbackStep
from sagemaker.mlops.workflow.fail_step import FailStep
from sagemaker.mlops.workflow.lambda_step import LambdaStep
from sagemaker.mlops.workflow.condition_step import ConditionStep
from sagemaker.core.workflow.conditions import ConditionGreaterThanOrEqualTo
from sagemaker.core.workflow.functions import Join, JsonGet
from sagemaker.core.workflow.parameters import ParameterFloat
from sagemaker.core.workflow.execution_variables import ExecutionVariables

threshold = ParameterFloat(name="Threshold", default_value=0.5)
notify = LambdaStep(
    name="Notify",
    lambda_func=Lambda(function_arn="arn:aws:lambda:us-east-1:111122223333:function:notify"),
    inputs={"run": ExecutionVariables.PIPELINE_EXECUTION_ID},
)
ask = CallbackStep(
    name="Ask",
    sqs_queue_url="https://sqs.us-east-1.amazonaws.com/111122223333/approvals",
    inputs={"model": train.properties.ModelArtifacts.S3ModelArtifacts},
    outputs=[CallbackOutput(output_name="ok")],
    depends_on=[train],
)
fail = FailStep(name="Fail", error_message=Join(on=" ", values=["below", threshold]))
decide = ConditionStep(
    name="Decide",
    conditions=[ConditionGreaterThanOrEqualTo(left=threshold, right=0.7)],
    if_steps=[notify],
    else_steps=[fail],
)

# %%
pipeline = Pipeline(name="fraud", parameters=[threshold], steps=[train, ask, decide], sagemaker_session=session)
pipeline.upsert(role_arn=role)
