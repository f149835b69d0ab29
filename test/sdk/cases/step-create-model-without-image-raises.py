from sagemaker.inputs import CreateModelInput
from sagemaker.model import Model
from sagemaker.workflow.steps import CreateModelStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
model = Model(image_uri=None, model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)
step = CreateModelStep(name="make", model=model, inputs=CreateModelInput(instance_type="ml.m5.xlarge"))

# %%
Pipeline(name="models", steps=[step], sagemaker_session=session).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
