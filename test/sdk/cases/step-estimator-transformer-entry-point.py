from sagemaker.estimator import Estimator
from sagemaker.inputs import CreateModelInput, TrainingInput, TransformInput
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.step_collections import EstimatorTransformer
from sagemaker.workflow.steps import TrainingStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="alias/ml-output",
)
train = TrainingStep("Train", estimator=estimator, inputs=TrainingInput("s3://ml-data/train"))
score = EstimatorTransformer(
    "Score",
    estimator,
    train.properties.ModelArtifacts.S3ModelArtifacts,
    CreateModelInput(instance_type="ml.m5.large"),
    1,
    "ml.m5.large",
    TransformInput("s3://ml-data/claims", data_type="ManifestFile", split_type="Line"),
    entry_point="serve.py",
    output_kms_key="alias/ml-output",
    enable_network_isolation=True,
)

# %%
Pipeline(name="claims", steps=[train, score]).upsert(role_arn=role)
