from sagemaker.estimator import Estimator
from sagemaker.session import Session
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.steps import TrainingStep

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
step = TrainingStep(name="Train", estimator=estimator, inputs="s3://ml-data/train")

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
