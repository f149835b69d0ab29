# known: ProcessingInputs, ProcessingOutputConfig.Outputs, Tags
from sagemaker.processing import Processor

processor = Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
processor.run(inputs=[], outputs=None)
