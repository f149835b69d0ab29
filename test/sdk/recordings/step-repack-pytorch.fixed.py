from sagemaker.estimator import Estimator
from sagemaker.pytorch import PyTorchModel
from sagemaker.workflow.model_step import ModelStep
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
train = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))

# %%
model = PyTorchModel(
    model_data=train.properties.ModelArtifacts.S3ModelArtifacts,
    role=role,
    entry_point="serve.py",
    framework_version="2.1",
    py_version="py310",
    sagemaker_session=session,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
step = ModelStep(
    "Register",
    step_args=model.register(
        content_types=["text/csv"],
        response_types=["text/csv"],
        inference_instances=["ml.m5.large"],
        transform_instances=["ml.m5.large"],
        model_package_group_name="fraud",
    ),
)

# %%
pipeline = Pipeline(name="fraud", steps=[train, step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
