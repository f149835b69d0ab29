from sagemaker.estimator import Estimator
from sagemaker.lambda_helper import Lambda
from sagemaker.workflow.emr_step import EMRStep, EMRStepConfig
from sagemaker.workflow.lambda_step import LambdaStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
notify = LambdaStep(
    "Notify",
    lambda_func=Lambda(function_arn="arn:aws:lambda:us-east-1:111122223333:function:notify"),
    inputs={},
)
spark = EMRStep(
    name="Spark",
    display_name="Spark",
    description="",
    cluster_id="j-1",
    step_config=EMRStepConfig(jar="s3://ml-data/job.jar"),
)
train = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))

# %%
pipeline = Pipeline(name="fraud", steps=[notify, spark, train], sagemaker_session=session)
pipeline.upsert(role_arn=role)
