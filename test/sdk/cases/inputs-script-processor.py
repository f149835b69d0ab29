from pathlib import Path
from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn.processing import SKLearnProcessor

Path("prepare.py").write_text("")
processor = SKLearnProcessor(
    framework_version="1.2-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
processor.run(
    code="prepare.py",
    inputs=[ProcessingInput(source="s3://ml-data/raw", destination="/opt/ml/processing/input")],
    outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-artifacts/out")],
)
