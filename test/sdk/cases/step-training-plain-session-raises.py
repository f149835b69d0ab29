import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.workflow.steps import TrainingStep

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=sagemaker.Session(),
)
arguments = estimator.fit("s3://ml-data/train")

# %%
step = TrainingStep("Train", step_args=arguments)
