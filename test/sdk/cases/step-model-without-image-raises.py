from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
model = Model(model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)

# %%
step = ModelStep(name="make", step_args=model.create(instance_type="ml.m5.xlarge"))
Pipeline(name="models", steps=[step], sagemaker_session=session).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
