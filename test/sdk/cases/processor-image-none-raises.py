from sagemaker.processing import Processor

Processor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri=None,
    instance_count=1,
    instance_type="ml.m5.xlarge",
).run()
