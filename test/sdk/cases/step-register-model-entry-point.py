from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.step_collections import RegisterModel
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
)
train = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))
step = RegisterModel(
    "Register",
    estimator=estimator,
    model_data=train.properties.ModelArtifacts.S3ModelArtifacts,
    entry_point="serve.py",
    content_types=["text/csv"],
    response_types=["text/csv"],
    inference_instances=["ml.m5.large"],
    transform_instances=["ml.m5.large"],
    model_package_group_name="fraud",
)

# %%
pipeline = Pipeline(name="fraud", steps=[train, step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
