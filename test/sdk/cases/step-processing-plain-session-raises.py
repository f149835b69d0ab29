from sagemaker.processing import ScriptProcessor
from sagemaker.workflow.steps import ProcessingStep

processor = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/prepare:1",
    command=["python3"],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
arguments = processor.run("s3://ml-data/prepare.py", wait=False, logs=False)
step = ProcessingStep(
    "Prepare",
    step_args=arguments,
)
