import sagemaker
from pathlib import Path
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor

Path("raw.csv").write_text("")
session = sagemaker.Session()
processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
processor.run(
    inputs=[ProcessingInput(source="raw.csv", destination="/opt/ml/processing/input")],
    outputs=[ProcessingOutput(source="/opt/ml/processing/out", output_name="out")],
)
