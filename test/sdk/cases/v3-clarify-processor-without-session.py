# sdk: v3
from sagemaker.core.clarify import SageMakerClarifyProcessor

processor = SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge"
)
