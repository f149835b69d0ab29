from sagemaker.processing import ProcessingInput, ProcessingOutput, ScriptProcessor
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
processor = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    command=["python3"],
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_kms_key="alias/ml-output",
    sagemaker_session=session,
)
arguments = processor.run(
    code="prepare.py",
    inputs=[ProcessingInput(source="s3://ml-data/raw", destination="/opt/ml/processing/input")],
    outputs=[ProcessingOutput(output_name="train", source="/opt/ml/processing/train")],
)
step = ProcessingStep("Prepare", arguments)

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
