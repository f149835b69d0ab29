# known: CreatePipeline.TransformInput.DataSource.S3DataSource.S3Uri, CreatePipeline.TransformOutput.S3OutputPath
from sagemaker.estimator import Estimator
from sagemaker.inputs import CreateModelInput, TransformInput
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.step_collections import EstimatorTransformer

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
)
score = EstimatorTransformer(
    name="Score",
    estimator=estimator,
    model_data="s3://ml-data/model.tar.gz",
    model_inputs=CreateModelInput(instance_type="ml.m5.large"),
    instance_count=1,
    instance_type="ml.m5.large",
    transform_inputs=TransformInput("s3://ml-data/claims", content_type="text/csv"),
    output_path="s3://ml-artifacts/scores",
    volume_kms_key="alias/ml-volume",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
Pipeline(name="claims", steps=[score]).upsert(role_arn=role)
