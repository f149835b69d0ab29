from sagemaker.pytorch.processing import PyTorchProcessor
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = PyTorchProcessor(
    framework_version="2.1",
    py_version="py310",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
step = ProcessingStep("Prepare", step_args=processor.run(code="prepare.py", source_dir="code"))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
