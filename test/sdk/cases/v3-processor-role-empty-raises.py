# sdk: v3
from sagemaker.core.processing import Processor

Processor(
    role="",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
).run(wait=False, logs=False)
